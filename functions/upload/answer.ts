import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { sayColumns, showColumns } from './columns.ts';
import { commitUpload, showUpload } from './preview.ts';
import { chooseSheet } from './sheets.ts';
import { template } from './template.ts';
import { undoUpload } from './undo.ts';
import { checkFile, chooseFile } from './upload.ts';

const cohort = '/desk/cohorts/:cohort';

/** HR's files: everything from the choice of one to its commit. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: `${cohort}/upload`, inside: inCohort(chooseFile) },
  { method: 'POST', path: `${cohort}/upload`, inside: inCohort(checkFile) },
  { method: 'GET', path: `${cohort}/upload/template`, inside: inCohort(template) },
  { method: 'GET', path: `${cohort}/uploads/:upload`, inside: inCohort(showUpload) },
  { method: 'POST', path: `${cohort}/uploads/:upload`, inside: inCohort(commitUpload) },
  { method: 'POST', path: `${cohort}/uploads/:upload/sheet`, inside: inCohort(chooseSheet) },
  { method: 'POST', path: `${cohort}/uploads/:upload/undo`, inside: inCohort(undoUpload) },
  { method: 'GET', path: `${cohort}/uploads/:upload/columns`, inside: inCohort(showColumns) },
  { method: 'POST', path: `${cohort}/uploads/:upload/columns`, inside: inCohort(sayColumns) },
];

export const answer = answerBy(routes);
