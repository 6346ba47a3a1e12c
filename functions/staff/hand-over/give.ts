import { HandOverId } from '../../../events/ids.ts';
import type { CohortState } from '../../../shared/cohort/states.ts';
import { missingReply } from '../../../shared/desk/refused.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import { type HandOver, handOvers, noteLength } from '../../../shared/member/hand-over.ts';
import { may } from '../../../shared/member/rights.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { allCohorts, type Colleague, everybody, namedIn, reaches } from '../colleagues.ts';
import { type Faults, handOverPage, type Typed } from './page.tsx';
import { passEverything } from './pass.ts';
import { type Choice, inCharge } from './who.ts';

/** GET and POST /desk/staff/hand-over: one's own work, to somebody who works on those cohorts anyway. */
export const showOwn = async (visit: MemberVisit): Promise<Reply> => show(visit, await self(visit));
export const giveOwn = async (visit: MemberVisit): Promise<Reply> => give(visit, await self(visit));

/** GET and POST /desk/staff/{member}/hand-over: an admin does it for somebody, and may choose anybody. */
export const showTheirs = async (visit: MemberVisit): Promise<Reply> => show(visit, await namedIn(visit));
export const giveTheirs = async (visit: MemberVisit): Promise<Reply> => give(visit, await namedIn(visit));

const self = async (visit: MemberVisit) =>
  (await everybody(visit)).find(({ memberId }) => memberId === visit.member.memberId);

async function show(visit: MemberVisit, giver: Colleague | undefined): Promise<Reply> {
  if (!giver) return missingReply(visit);
  const id = `hov_${visit.needs.randomId()}`;
  return handOverPage(visit, await choiceFor(visit, giver), { id, to: '', cohort: '', note: '', ends: false }, {});
}

async function give(visit: MemberVisit, giver: Colleague | undefined): Promise<Reply> {
  if (!giver) return missingReply(visit);
  const { form } = visit.request;
  const id = HandOverId.safeParse(form.get('id'));
  const begun = id.success ? await visit.needs.table.get(handOvers, { handOverId: id.data }) : undefined;
  if (begun?.from === giver.memberId) return goOn(visit, giver, begun);
  const choice = await choiceFor(visit, giver);
  const typed: Typed = {
    id: id.data ?? `hov_${visit.needs.randomId()}`,
    to: form.get('to') ?? '',
    cohort: form.get('cohort') ?? '',
    // Only line breaks are left of what controls a terminal or a header.
    note: (form.get('note') ?? '')
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
      .trim(),
    ends: form.get('ends') === 'yes',
  };
  const cohorts = choice.cohorts.filter(({ cohortId }) => typed.cohort === 'all' || cohortId === typed.cohort);
  const taker = choice.takers.find(
    (each) => each.memberId === typed.to && (choice.widens || cohorts.every((cohort) => reaches(each, cohort))),
  );
  const faults: Faults = {
    ...(taker ? {} : { to: 'to' }),
    ...(cohorts.length > 0 ? {} : { cohort: 'cohort' }),
    ...(typed.note.length > noteLength ? { note: 'note' } : {}),
  };
  if (!taker || Object.keys(faults).length > 0) return handOverPage(visit, choice, typed, faults);
  await passEverything(visit, { handOverId: HandOverId.parse(typed.id), giver, taker, cohorts, ...typed });
  return seeOther('/desk/staff?done=handed');
}

/** The same press again. What the giver has passed already is no longer theirs: what was to be passed, the record says. */
async function goOn(visit: MemberVisit, giver: Colleague, begun: HandOver): Promise<Reply> {
  const [all, known] = await Promise.all([everybody(visit), allCohorts(visit)]);
  const taker = all.find(({ memberId }) => memberId === begun.to);
  if (!taker) return missingReply(visit);
  const cohorts = known.filter(({ cohortId }) => begun.cohorts.includes(cohortId));
  const ends = visit.request.form.get('ends') === 'yes';
  await passEverything(visit, { ...begun, giver, taker, cohorts, ends });
  return seeOther('/desk/staff?done=handed');
}

/** Nothing is left to do there. */
const over = new Set<CohortState>(['cancelled', 'purged']);

async function choiceFor(visit: MemberVisit, giver: Colleague): Promise<Choice> {
  const [all, known] = await Promise.all([everybody(visit), allCohorts(visit)]);
  const widens = may(visit.member, 'manage the staff');
  const cohorts = known.filter((cohort) => !over.has(cohort.state) && inCharge(giver, cohort));
  const takers = all.filter(
    (each) =>
      each.memberId !== giver.memberId &&
      (each.standing === 'active' || each.standing === 'invited') &&
      each.role !== 'reader' &&
      (widens || cohorts.some((cohort) => reaches(each, cohort))),
  );
  return { giver, cohorts, takers, widens };
}
