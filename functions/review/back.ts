import { type CohortVisit, homeOf } from '../../shared/desk/cohort-visit.ts';

/** Where the button was: a page of this cohort's pairing, and nowhere else. */
export function backOf({ cohort, request }: CohortVisit): string {
  const home = homeOf(cohort.cohortId);
  const asked = request.form.get('back') ?? '';
  const inside = /^\/(rules|runs\/run_[0-9a-z]+)(\?[^\s#]*)?(#[\w.-]+)?$/;
  return asked.startsWith(home) && inside.test(asked.slice(home.length)) ? asked : `${home}/rules`;
}
