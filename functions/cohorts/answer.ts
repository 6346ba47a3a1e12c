import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { saveTexts, showTexts } from './letters/letters.ts';
import { create, saveSettings, showNew, showSettings } from './settings/settings.ts';
import type { Needs } from './visit.ts';

const settings = '/desk/cohorts/:cohort/settings';

/** Where a cohort is made, and what can still change of it is changed. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: '/desk/cohorts/new', inside: showNew, right: 'create a cohort' },
  { method: 'POST', path: '/desk/cohorts/new', inside: create, right: 'create a cohort' },
  { method: 'GET', path: settings, inside: inCohort(showSettings) },
  { method: 'POST', path: settings, inside: inCohort(saveSettings) },
  { method: 'GET', path: `${settings}/letters`, inside: inCohort(showTexts) },
  { method: 'POST', path: `${settings}/letters`, inside: inCohort(saveTexts) },
];

export const answer = answerBy(routes);
