import { answerBy } from '../../shared/desk/answer.ts';
import { inCohort } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { home } from './home/home.tsx';
import { people } from './list/list.ts';
import { withPerson } from './person/load.ts';
import { showPerson } from './person/person.ts';
import { saveFacts, undo } from './person/save.ts';
import { confirmAgain, endThem, noteAbsence, pauseThem, resumeThem } from './person/steps.ts';

const cohort = '/desk/cohorts/:cohort/people';
const person = `${cohort}/:person`;

/** The home of the desk, and the people of a cohort. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path: '/desk', inside: home, right: 'come in' },
  { method: 'GET', path: cohort, inside: inCohort(people) },
  { method: 'GET', path: person, inside: inCohort(withPerson(showPerson)) },
  { method: 'POST', path: `${person}/facts`, inside: inCohort(withPerson(saveFacts)) },
  { method: 'POST', path: `${person}/undo`, inside: inCohort(withPerson(undo)) },
  { method: 'POST', path: `${person}/absence`, inside: inCohort(withPerson(noteAbsence)) },
  { method: 'POST', path: `${person}/pause`, inside: inCohort(withPerson(pauseThem)) },
  { method: 'POST', path: `${person}/resume`, inside: inCohort(withPerson(resumeThem)) },
  { method: 'POST', path: `${person}/leave`, inside: inCohort(withPerson(endThem)) },
  { method: 'POST', path: `${person}/confirm-letter`, inside: inCohort(withPerson(confirmAgain)) },
];

export const answer = answerBy(routes);
