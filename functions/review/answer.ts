import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { editPair, previewRules, saveRules, showRules } from './rules/rules.ts';
import { showExact } from './run/exact.tsx';
import { addPlace, approve, listRuns, showRun, startRun } from './run/run.ts';

const cohort = '/desk/cohorts/:cohort';

/** The desk's pages about pairing: everybody there is signed in. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: `${cohort}/runs`, inside: inCohort(listRuns) },
  { method: 'POST', path: `${cohort}/runs`, inside: inCohort(startRun) },
  { method: 'POST', path: `${cohort}/runs/places`, inside: inCohort(addPlace) },
  { method: 'GET', path: `${cohort}/runs/:run`, inside: inCohort(showRun) },
  { method: 'GET', path: `${cohort}/runs/:run/exact`, inside: inCohort(showExact) },
  { method: 'POST', path: `${cohort}/runs/:run`, inside: inCohort(approve) },
  { method: 'GET', path: `${cohort}/rules`, inside: inCohort(showRules) },
  { method: 'POST', path: `${cohort}/rules`, inside: inCohort(saveRules) },
  { method: 'GET', path: `${cohort}/rules/preview`, inside: inCohort(previewRules) },
  { method: 'POST', path: `${cohort}/rules/pairs`, inside: inCohort(editPair) },
];

export const answer = answerBy(routes);
