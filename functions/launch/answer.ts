import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { launch, showLaunch } from './launch.ts';
import { sendSamples, showLetter, showLetters } from './letters.ts';
import type { Needs } from './visit.ts';

const path = '/desk/cohorts/:cohort/launch';
const letters = `${path}/letters`;

/** The page from which the first letters go out: the one room of the desk that writes letters to look at. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path, inside: inCohort(showLaunch) },
  { method: 'POST', path, inside: inCohort(launch) },
  { method: 'GET', path: letters, inside: inCohort(showLetters) },
  { method: 'POST', path: letters, inside: inCohort(sendSamples) },
  { method: 'GET', path: `${letters}/shown`, inside: inCohort(showLetter) },
];

export const answer = answerBy(routes);
