import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { home } from './home/home.tsx';
import { people } from './list/list.ts';

const cohort = '/desk/cohorts/:cohort/people';

/** The home of the desk, and the people of a cohort. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: '/desk', inside: home, right: 'come in' },
  { method: 'GET', path: cohort, inside: inCohort(people) },
];

export const answer = answerBy(routes);
