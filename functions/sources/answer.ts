import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { changeSource } from './forms/change.ts';
import { createSource, showSources } from './forms/list.ts';
import { saveMapping, showMapping } from './forms/mapping.ts';
import { showSource } from './forms/one.ts';
import { submissions } from './submissions/list.tsx';
import { settleSubmission, showSubmission } from './submissions/one.ts';
import { type Needs, withSource, withSubmission } from './visit.ts';

const cohort = '/desk/cohorts/:cohort';

/** What came in from people, and through which forms elsewhere it comes. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: `${cohort}/submissions`, inside: inCohort(submissions) },
  { method: 'GET', path: `${cohort}/submissions/:submission`, inside: inCohort(withSubmission(showSubmission)) },
  { method: 'POST', path: `${cohort}/submissions/:submission`, inside: inCohort(withSubmission(settleSubmission)) },
  { method: 'GET', path: `${cohort}/sources`, inside: inCohort(showSources) },
  { method: 'POST', path: `${cohort}/sources`, inside: inCohort(createSource) },
  { method: 'GET', path: `${cohort}/sources/:source`, inside: inCohort(withSource(showSource)) },
  { method: 'POST', path: `${cohort}/sources/:source`, inside: inCohort(withSource(changeSource)) },
  { method: 'GET', path: `${cohort}/sources/:source/mapping`, inside: inCohort(withSource(showMapping)) },
  { method: 'POST', path: `${cohort}/sources/:source/mapping`, inside: inCohort(withSource(saveMapping)) },
];

export const answer = answerBy(routes);
