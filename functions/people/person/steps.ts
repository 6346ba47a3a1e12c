import { refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { planLetter } from '../../../shared/letter/plan.ts';
import { copyOf } from '../../../shared/letter/send-again.ts';
import { setAway } from '../../../shared/participant/by-hr.ts';
import { leave } from '../../../shared/participant/leave.ts';
import { type HrFacts, type Participant, participants } from '../../../shared/participant/participant.ts';
import { pause, resume } from '../../../shared/participant/pause.ts';
import { persons } from '../../../shared/person/person.ts';
import * as cell from '../../../shared/submission/cells.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { lastConfirm, type PersonVisit } from './load.ts';
import { personPage } from './person.ts';
import { hrefOfPerson } from './texts.ts';

const reasonLength = 300;
const whyOf = ({ request }: PersonVisit): string => (request.form.get('why') ?? '').trim();

/** POST …/people/{person}/pause */
export const pauseThem = (visit: PersonVisit) => step(visit, 'pause participant', 'paused', pause);
/** POST …/people/{person}/resume */
export const resumeThem = (visit: PersonVisit) => step(visit, 'resume participant', 'resumed', resume);

/** POST …/people/{person}/leave: for good, so it asks for a reason. */
export async function endThem(visit: PersonVisit): Promise<Reply> {
  const why = whyOf(visit);
  if (why === '' || why.length > reasonLength) return personPage(visit, { missing: 'leave' });
  return step(visit, 'end participation', 'left', (current) => leave(current, visit.cohort));
}

/** POST …/people/{person}/absence: from and to, or neither for somebody who is back. */
export async function noteAbsence(visit: PersonVisit): Promise<Reply> {
  const [from = '', to = ''] = ['from', 'to'].map((name) => (visit.request.form.get(name) ?? '').trim());
  const away = from === '' && to === '' ? undefined : periodOf(from, to);
  if (away === 'wrong') return personPage(visit, { absence: { from: from.slice(0, 40), to: to.slice(0, 40) } });
  return step(visit, 'note absence', away ? 'away' : 'back', (current) => setAway(current, away, visit.trigger.at));
}

function periodOf(from: string, to: string): HrFacts['away'] | 'wrong' {
  try {
    return cell.awayFromTo(from, to);
  } catch (error) {
    if (error instanceof cell.BadCell) return 'wrong';
    throw error;
  }
}

/** POST …/people/{person}/confirm-letter: the next copy of it. The same press twice is one copy. */
export async function confirmAgain(visit: PersonVisit): Promise<Reply> {
  const { needs, person, cohort, trigger } = visit;
  const home = hrefOfPerson(cohort.cohortId, person);
  const why = whyOf(visit);
  if (why === '' || why.length > reasonLength) return personPage(visit, { missing: 'confirm-letter' });
  const [letter, known] = await Promise.all([lastConfirm(visit), needs.table.get(persons, person)]);
  const copy = letter ? copyOf(letter, person, known, trigger.at) : ({ refused: 'not invited yet' } as const);
  if ('refused' in copy) return refusedReply(visit, copy.refused, home);
  await planLetter(needs.table, { ...commandOf(visit, 'send letter again'), why }, copy);
  return seeOther(`${home}?done=again`);
}

async function step(
  visit: PersonVisit,
  name: string,
  done: string,
  decide: (current: Participant) => Step<Participant>,
): Promise<Reply> {
  const { needs, person, cohort } = visit;
  const home = hrefOfPerson(cohort.cohortId, person);
  const given = commandOf(visit, name);
  const why = whyOf(visit).slice(0, reasonLength);
  const command = { ...given, why: why === '' ? given.why : why };
  const result = await needs.table.change(participants, person, command, (current) =>
    current ? decide(current) : { refused: 'no longer takes part' },
  );
  return result.ok ? seeOther(`${home}?done=${done}`) : refusedReply(visit, 'state has changed', home);
}
