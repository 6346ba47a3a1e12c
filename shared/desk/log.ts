import { CohortId, PersonId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import type { CohortVisit } from './cohort-visit.ts';
import { commandOf, type MemberVisit } from './visit.ts';

const pagesOfCohort = '/desk/cohorts/:cohort';

/** Whether a page shows people: every page of a cohort may. */
export const showsPeople = (path: string): boolean => path === pagesOfCohort || path.startsWith(`${pagesOfCohort}/`);

/**
 * Somebody has looked at a page of a cohort: one row a member, page, person and day, written alone and before the page
 * goes out. Only whoever is signed in gets as far as here; a link in a letter, which machines open too, never writes.
 */
export async function noteView(visit: MemberVisit, path: string): Promise<void> {
  const { needs, trigger, member, params } = visit;
  const cohortId = CohortId.parse(params.cohort);
  const what = path.slice(pagesOfCohort.length + 1).replaceAll(/\/?:\w+/g, '');
  const person = PersonId.safeParse(params.person).data;
  const day = trigger.at.slice(0, 10);
  await needs.table.log.note({
    ...keys.view({ cohortId, day, memberId: member.memberId, what: `${what}/${person ?? ''}` }),
    schema: 1,
    view: what,
    by: `hr:${member.memberId}`,
    at: trigger.at,
    correlationId: trigger.correlationId,
    people: person ? [person] : [],
  });
}

/** An export: every one is a row, with what it held and how many lines. */
export async function noteExport(visit: CohortVisit, what: string, lines: number): Promise<void> {
  const { needs, cohort } = visit;
  const { name, by, at, correlationId } = commandOf(visit, 'export');
  await needs.table.log.note({
    ...keys.log({ scope: cohort.cohortId, at, id: `export-${needs.randomId()}` }),
    schema: 1,
    command: name,
    by,
    at,
    why: `${what}: ${lines}`,
    correlationId,
  });
}
