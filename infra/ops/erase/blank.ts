import type { CheckIn } from '../../../shared/check-in/check-in.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { letterStates } from '../../../shared/letter/states.ts';
import type { Participant, SelfTold } from '../../../shared/participant/participant.ts';
import type { Person } from '../../../shared/person/person.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { Example } from '../../../shared/source/source.ts';
import type { HrImport } from '../../../shared/submission/hr-import.ts';
import { type Submission, submissionStates, type Told } from '../../../shared/submission/submission.ts';
import { type Draft, unnumbered, withoutTimer } from '../../../shared/table/aggregate.ts';
import { type Task, taskStates } from '../../../shared/task/task.ts';
import type { Who } from './who.ts';

/** Each of these answers how an item stands once somebody is erased; undefined where it has nothing of them. */
type Blank<T extends { schema: number; version: number }> = (item: T, who: Who) => Draft<T> | undefined;

/** Stands where a name has to stand, in every language. */
const nobody = 'N. N.';

/**
 * Their place in the cohort stays, so that pairs and counts hold. Of HR's facts the link of the reporting chain stays, two
 * hashes, or the people below them would have no way up; of what they said nothing.
 */
export const participant: Blank<Participant> = (item, who) => {
  if (item.personId !== who.personId) return assisted(item, who);
  if (item.state === 'erased' && item.name === nobody) return undefined;
  const { cohortId, personId, role, slots, capacity, pauses, mail, invitedAt, confirmedAt, hr, self } = item;
  return {
    cohortId,
    personId,
    role,
    state: 'erased',
    name: nobody,
    address: `${personId.slice(4, 16)}@erased.invalid`,
    ...(hr && { hr: { employeeKey: hr.employeeKey, managerKey: hr.managerKey, level: 0, status: 'left' as const } }),
    self: {
      topics: [],
      languages: [],
      letterLanguage: self.letterLanguage,
      timeZone: 'UTC',
      hours: [],
      capacity: 1,
      pleaseNot: [],
      meetingMode: 'any',
    },
    slots,
    capacity,
    stopped: [],
    pauses,
    mail,
    ...(invitedAt && { invitedAt }),
    ...(confirmedAt && { confirmedAt }),
  };
};

/** Others may have them as the one who schedules. */
function assisted(item: Participant, who: Who): Draft<Participant> | undefined {
  const { typed, corrected, assistantsBefore } = item;
  const told = [item.self, typed?.self, corrected?.was.self].some((self) => who.is(self?.schedulingContact));
  if (!told && !assistantsBefore?.some(({ address }) => who.is(address))) return undefined;
  return {
    ...unnumbered(item),
    self: without(item.self, who),
    ...(typed && { typed: { ...typed, self: without(typed.self, who) } }),
    ...(corrected && {
      corrected: { ...corrected, was: { ...corrected.was, self: without(corrected.was.self, who) } },
    }),
    ...(assistantsBefore && {
      assistantsBefore: assistantsBefore.map((each) => (who.is(each.address) ? { change: each.change } : each)),
    }),
  };
}

function without<T extends Partial<SelfTold>>(self: T, who: Who): T {
  if (!who.is(self.schedulingContact)) return self;
  const { schedulingContact: _theirs, ...rest } = self;
  return rest as T;
}

/** A person is ids alone; with whom they were paired is nobody's business any more. */
export const person: Blank<Person> = (item, who) =>
  item.personId === who.personId && item.pairedWith.length + item.leftOutIn.length > 0
    ? { ...unnumbered(item), pairedWith: [], leftOutIn: [] }
    : undefined;

/** That a line or a form came, when and what became of it stays; what it said goes. */
export const submission: Blank<Submission> = (item, who) => {
  const { told, answers, wrote } = item;
  const theirs =
    item.personId === who.personId ||
    who.is(told?.address) ||
    who.is(told?.employeeId) ||
    answers?.some(({ values }) => values.some((value) => value.includes('@') && who.is(value.trim())));
  if (!theirs) return named(item, who);
  if (!told && !answers && !wrote) return undefined;
  const { cohortId, submissionId, source, line, receivedAt, personId, reason, sourceId, correctedAs } = item;
  return {
    cohortId,
    submissionId,
    source,
    receivedAt,
    // Nobody is to be asked to correct what is empty.
    state: closed(item.state),
    ...(line !== undefined && { line }),
    ...(personId && { personId }),
    ...(reason && { reason }),
    ...(sourceId && { sourceId }),
    ...(correctedAs && { correctedAs }),
  };
};

function closed(state: Submission['state']): Submission['state'] {
  if (state === 'accepted') return state;
  const refused = submissionStates.next(state, 'reject') ?? state;
  return submissionStates.next(refused, 'takeBack') ?? refused;
}

/** Lines of others name them as manager, as somebody they would rather not meet, or as who schedules. */
function named(item: Submission, who: Who): Draft<Submission> | undefined {
  const { told, wrote } = item;
  const before = wrote?.before && anonymous(wrote.before, who);
  const after = told && toldWithout(told, who);
  if (after === told && before === wrote?.before) return undefined;
  return {
    ...unnumbered(item),
    ...(after && { told: after }),
    ...(wrote && { wrote: { ...wrote, ...(before && { before }) } }),
  };
}

function toldWithout(told: Told, who: Who): Told {
  const { managerId, appraisedBy, pleaseNot, schedulingContact, ...rest } = told;
  const after = {
    ...rest,
    ...(managerId && !who.is(managerId) && { managerId }),
    ...(appraisedBy && !who.is(appraisedBy) && { appraisedBy }),
    ...(schedulingContact && !who.is(schedulingContact) && { schedulingContact }),
    ...(pleaseNot && { pleaseNot: pleaseNot.filter((each) => !who.is(each)) }),
  };
  const same =
    [managerId, appraisedBy, schedulingContact].every((each) => !who.is(each)) &&
    after.pleaseNot?.length === pleaseNot?.length;
  return same ? told : after;
}

/** How another participant stood before a line: of theirs it can have the address of who schedules. */
function anonymous(before: Record<string, unknown>, who: Who): Record<string, unknown> {
  const text = JSON.stringify(before, (_key, part: unknown) =>
    typeof part === 'string' && part.includes('@') && who.is(part) ? undefined : part,
  );
  return text === JSON.stringify(before) ? before : Object(JSON.parse(text));
}

export const checkIn: Blank<CheckIn> = (item, who) => {
  if (item.personId !== who.personId || !(item.answers || item.sealed || item.suspectAt)) return undefined;
  const { answers: _answers, sealed: _sealed, suspectAt: _suspectAt, ...rest } = unnumbered(item);
  return rest;
};

/** That the two have met is the partner's as well; how long, by whose account, is only the one's who said it. */
export const session: Blank<Session> = (item, who) => {
  const side = who.sides.get(item.pairId);
  if (!side || !item.logs[side]) return undefined;
  const { [side]: _theirs, ...logs } = item.logs;
  return { ...unnumbered(item), logs };
};

/** What has not gone yet, to them or to who schedules for them, never will. */
export const letter: Blank<Letter> = (item, who) => {
  const reader = 'personId' in item.to ? item.to.personId : 'assistantOf' in item.to ? item.to.assistantOf : undefined;
  if (reader !== who.personId || item.state !== 'planned') return undefined;
  return { ...withoutTimer(item), state: letterStates.next(item.state, 'drop') ?? item.state, why: 'erased' };
};

export const task: Blank<Task> = (item, who) => {
  const { personId, partnerId, pairId } = item.about;
  if (personId !== who.personId && partnerId !== who.personId && !(pairId && who.sides.has(pairId))) return undefined;
  // A task about somebody erased is over; one about the partner of a pair that they were in goes on.
  const state = personId === who.personId ? (taskStates.next(item.state, 'drop') ?? item.state) : item.state;
  return state === item.state && item.note === '' ? undefined : { ...unnumbered(item), state, note: '' };
};

/** Lines of the last file that were not taken stand there by name. */
export const hrImport: Blank<HrImport> = (item, who) => {
  const rejected = item.last?.rejected.filter(({ name }) => !who.words.includes(name.trim().toLowerCase()));
  if (!item.last || !rejected || rejected.length === item.last.rejected.length) return undefined;
  return { ...unnumbered(item), last: { ...item.last, rejected } };
};

/** The last call of a form elsewhere. */
export const example: Blank<Example> = (item, who) =>
  item.answers.some(({ values }) => values.some((value) => isOrNames(value, who)))
    ? { ...unnumbered(item), answers: [] }
    : undefined;

const isOrNames = (value: string, who: Who): boolean =>
  (value.includes('@') && who.is(value.trim())) || who.words.includes(value.trim().toLowerCase());
