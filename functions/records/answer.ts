import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { auditOfCohort, auditOfStage } from './audit/audit.ts';
import { showExports, takeExport } from './exports/exports.ts';

const cohort = '/desk/cohorts/:cohort';

/** What was done and looked at, and what leaves the desk as a file. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: '/desk/audit', inside: auditOfStage, right: 'manage the staff' },
  { method: 'GET', path: `${cohort}/audit`, inside: inCohort(auditOfCohort), right: 'see the audit' },
  { method: 'GET', path: `${cohort}/exports`, inside: inCohort(showExports), right: 'export people' },
  { method: 'POST', path: `${cohort}/exports`, inside: inCohort(takeExport), right: 'export people' },
];

export const answer = answerBy(routes);
