import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { changeEnd, showEnd, startRound, switchLetters } from './cohort/actions.ts';
import { letters } from './cohort/letters.tsx';
import { overview } from './cohort/overview.ts';
import { pairs } from './cohort/pairs.tsx';
import { sendAgain, showAgain } from './cohort/send-again.tsx';
import { answerTask } from './cohort/settle-task.ts';
import { switchStage } from './home/switch-stage.ts';
import type { Needs } from './needs.ts';
import { askForLink } from './sign-in/ask-for-link.ts';
import { showLink, useLink } from './sign-in/open-link.ts';
import { endSession } from './sign-in/sign-out.ts';

/** What anybody may ask for. */
const doors: Route<Needs>[] = [
  { method: 'POST', path: '/desk', door: askForLink },
  { method: 'GET', path: '/desk/sign-in/:token', door: showLink },
  { method: 'POST', path: '/desk/sign-in/:token', door: useLink },
];

const cohort = '/desk/cohorts/:cohort';

/** What is there for those who are signed in. */
const rooms: Route<Needs>[] = [
  { method: 'POST', path: '/desk/letters-stopped', inside: switchStage, right: 'stop the letters of all cohorts' },
  { method: 'POST', path: '/desk/sign-out', inside: endSession, right: 'come in' },
  { method: 'GET', path: cohort, inside: inCohort(overview) },
  { method: 'GET', path: `${cohort}/pairs`, inside: inCohort(pairs) },
  { method: 'GET', path: `${cohort}/letters`, inside: inCohort(letters) },
  { method: 'GET', path: `${cohort}/letters/:letter`, inside: inCohort(showAgain) },
  { method: 'POST', path: `${cohort}/letters/:letter`, inside: inCohort(sendAgain) },
  { method: 'POST', path: `${cohort}/round`, inside: inCohort(startRound) },
  { method: 'GET', path: `${cohort}/end`, inside: inCohort(showEnd) },
  { method: 'POST', path: `${cohort}/end`, inside: inCohort(changeEnd) },
  { method: 'POST', path: `${cohort}/tasks/:task`, inside: inCohort(answerTask) },
  { method: 'POST', path: `${cohort}/letters-stopped`, inside: inCohort(switchLetters) },
];

export const routes: readonly Route<Needs>[] = [...doors, ...rooms];
