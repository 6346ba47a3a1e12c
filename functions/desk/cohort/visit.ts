import { CohortId, type CohortId as Id } from '../../../events/ids.ts';
import { type Cohort, cohorts } from '../../../shared/cohort/cohort.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { missingReply } from '../parts/refused.tsx';
import type { MemberPage, MemberVisit } from '../visit.ts';

/** A visit to one cohort that is there. */
export interface CohortVisit extends MemberVisit {
  readonly cohort: Cohort;
}

export const homeOf = (cohortId: Id): string => `/desk/cohorts/${cohortId}`;

/** The pages of a cohort: finds it, or says that there is none. */
export const inCohort =
  (answer: (visit: CohortVisit) => Promise<Reply>): MemberPage =>
  async (visit) => {
    const cohortId = CohortId.safeParse(visit.params.cohort);
    const cohort = cohortId.success ? await visit.needs.table.get(cohorts, { cohortId: cohortId.data }) : undefined;
    return cohort ? answer({ ...visit, cohort }) : missingReply(visit);
  };
