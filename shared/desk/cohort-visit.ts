import { CohortId, type CohortId as Id } from '../../events/ids.ts';
import { type Cohort, cohorts } from '../cohort/cohort.ts';
import type { Reply } from '../web/http.ts';
import type { Needs } from './needs.ts';
import { missingReply } from './refused.tsx';
import type { MemberPage, MemberVisit } from './visit.ts';

/** A visit to one cohort that is there. */
export interface CohortVisit<N extends Needs = Needs> extends MemberVisit<N> {
  readonly cohort: Cohort;
}

export const homeOf = (cohortId: Id): string => `/desk/cohorts/${cohortId}`;

/** The pages of a cohort: finds it, or says that there is none. */
export const inCohort =
  <N extends Needs>(answer: (visit: CohortVisit<N>) => Promise<Reply>): MemberPage<N> =>
  async (visit) => {
    const cohortId = CohortId.safeParse(visit.params.cohort);
    const cohort = cohortId.success ? await visit.needs.table.get(cohorts, { cohortId: cohortId.data }) : undefined;
    return cohort ? answer({ ...visit, cohort }) : missingReply(visit);
  };
