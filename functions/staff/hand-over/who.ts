import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { namesAsCoordinator } from '../../../shared/member/hand-over.ts';
import { type Colleague, reaches } from '../colleagues.ts';

/** What can be handed over, and to whom. */
export interface Choice {
  readonly giver: Colleague;
  readonly cohorts: readonly Cohort[];
  readonly takers: readonly Colleague[];
  /** Whoever hands over may give rights that the taker did not have. */
  readonly widens: boolean;
}

/** A coordinator's own cohorts; of others those that name them. */
export const inCharge = (giver: Colleague, cohort: Cohort): boolean =>
  giver.role === 'coordinator' ? reaches(giver, cohort) : namesAsCoordinator(cohort, giver.address);
