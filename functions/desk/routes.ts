import { changeEnd, showEnd, startRound, switchLetters } from './cohort/actions.ts';
import { letters } from './cohort/letters.tsx';
import { overview } from './cohort/overview.ts';
import { pairs } from './cohort/pairs.tsx';
import { people } from './cohort/people.tsx';
import { answerTask } from './cohort/settle-task.ts';
import { submissions } from './cohort/submissions.tsx';
import { inCohort } from './cohort/visit.ts';
import { home } from './home/home.tsx';
import { launch, showLaunch } from './launch/launch.ts';
import { approve, showRun, startRun } from './pairing/pairing.ts';
import { create, saveSettings, showNew, showSettings } from './settings/settings.ts';
import { askForLink } from './sign-in/ask-for-link.ts';
import { showLink, useLink } from './sign-in/open-link.ts';
import { endSession } from './sign-in/sign-out.ts';
import { commitUpload, showUpload } from './upload/preview.ts';
import { checkFile, chooseFile } from './upload/upload.ts';
import type { MemberPage, OpenPage } from './visit.ts';

type Method = 'GET' | 'POST';
export type Route = { readonly method: Method; readonly path: string } & (
  | { readonly door: OpenPage }
  | { readonly inside: MemberPage; readonly readersToo?: true }
);

/** What anybody may ask for. */
const doors: Route[] = [
  { method: 'POST', path: '/desk', door: askForLink },
  { method: 'GET', path: '/desk/sign-in/:token', door: showLink },
  { method: 'POST', path: '/desk/sign-in/:token', door: useLink },
];

const cohort = '/desk/cohorts/:cohort';

/** What is there for those who are signed in. Whoever may only read may post nothing but the sign-out. */
const rooms: Route[] = [
  { method: 'GET', path: '/desk', inside: home },
  { method: 'POST', path: '/desk/sign-out', inside: endSession, readersToo: true },
  { method: 'GET', path: '/desk/cohorts/new', inside: showNew },
  { method: 'POST', path: '/desk/cohorts/new', inside: create },
  { method: 'GET', path: cohort, inside: inCohort(overview) },
  { method: 'GET', path: `${cohort}/people`, inside: inCohort(people) },
  { method: 'GET', path: `${cohort}/pairs`, inside: inCohort(pairs) },
  { method: 'GET', path: `${cohort}/letters`, inside: inCohort(letters) },
  { method: 'GET', path: `${cohort}/submissions`, inside: inCohort(submissions) },
  { method: 'GET', path: `${cohort}/settings`, inside: inCohort(showSettings) },
  { method: 'POST', path: `${cohort}/settings`, inside: inCohort(saveSettings) },
  { method: 'GET', path: `${cohort}/upload`, inside: inCohort(chooseFile) },
  { method: 'POST', path: `${cohort}/upload`, inside: inCohort(checkFile) },
  { method: 'GET', path: `${cohort}/uploads/:upload`, inside: inCohort(showUpload) },
  { method: 'POST', path: `${cohort}/uploads/:upload`, inside: inCohort(commitUpload) },
  { method: 'GET', path: `${cohort}/launch`, inside: inCohort(showLaunch) },
  { method: 'POST', path: `${cohort}/launch`, inside: inCohort(launch) },
  { method: 'POST', path: `${cohort}/runs`, inside: inCohort(startRun) },
  { method: 'GET', path: `${cohort}/runs/:run`, inside: inCohort(showRun) },
  { method: 'POST', path: `${cohort}/runs/:run`, inside: inCohort(approve) },
  { method: 'POST', path: `${cohort}/round`, inside: inCohort(startRound) },
  { method: 'GET', path: `${cohort}/end`, inside: inCohort(showEnd) },
  { method: 'POST', path: `${cohort}/end`, inside: inCohort(changeEnd) },
  { method: 'POST', path: `${cohort}/tasks/:task`, inside: inCohort(answerTask) },
  { method: 'POST', path: `${cohort}/letters-stopped`, inside: inCohort(switchLetters) },
];

const routes = [...doors, ...rooms];

/** The first route that fits, with the named parts of the path. */
export function routeFor(
  method: 'GET' | 'HEAD' | 'POST',
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    const params = route.method === asked ? match(route.path, path) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const here = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = here;
    else if (part !== here) return undefined;
  }
  return params;
}
