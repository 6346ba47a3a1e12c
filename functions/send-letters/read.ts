import type { CohortId, MemberId, PairId, PersonId } from '../../events/ids.ts';
import { checkIns, pairOf } from '../../shared/check-in/check-in.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { visibleOf } from '../../shared/desk/visible-of.ts';
import { helps } from '../../shared/help/help.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { Material } from '../../shared/letter/material.ts';
import { stageMail } from '../../shared/letter/stage-mail.ts';
import { handOvers } from '../../shared/member/hand-over.ts';
import { type Member, members } from '../../shared/member/member.ts';
import { pairs, partnerOf } from '../../shared/pair/pair.ts';
import { participants } from '../../shared/participant/participant.ts';
import type { Identity } from '../../shared/person/identity.ts';
import { persons } from '../../shared/person/person.ts';
import { sessionIdOf, sessions } from '../../shared/session/session.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { type Task, tasks } from '../../shared/task/task.ts';

export interface Reading {
  readonly table: Table;
  readonly identity: () => Promise<Identity>;
  /** The first admin is on the HR list by the stage's config alone. */
  readonly firstAdmin: string;
}

export async function read(letter: Letter, reading: Reading): Promise<Material> {
  const [stage, around] = [await reading.table.get(stageMail, {}), await readAround(letter, reading)];
  return { ...around, stage };
}

async function readAround(letter: Letter, { table, identity, firstAdmin }: Reading): Promise<Material> {
  const { to, subject, scope } = letter;
  if ('memberId' in to) {
    const member = await table.get(members, to);
    const isFirst = (await identity()).memberId(firstAdmin) === to.memberId;
    const address = member?.address ?? (isFirst ? firstAdmin : undefined);
    return { address, member, ...(await readSample(letter, table)), ...(await readStaff(letter, member, table)) };
  }
  const help = subject.helpId && (await table.get(helps, { helpId: subject.helpId }));
  const cohortId = scope === 'help' ? help?.cohortId : scope === 'stage' ? undefined : scope;
  const cohort = cohortId && (await table.get(cohorts, { cohortId }));
  if (!cohort) return {};
  if ('contact' in to) {
    const list = to.contact === 'coordinator' ? cohort.coordinators : cohort.independentContacts;
    const contact = list[to.place];
    return letter.kind === 'task'
      ? { cohort, contact, tasks: await openTasks(cohort.cohortId, table) }
      : { cohort, help, contact };
  }
  const personId = 'assistantOf' in to ? to.assistantOf : to.personId;
  return { cohort, ...(await readParticipant(letter, cohort.cohortId, personId, table)) };
}

/** All that is open, but for what would tell of a pair whose run is not settled. */
async function openTasks(cohortId: CohortId, table: Table): Promise<Task[]> {
  const open = { field: 'state', oneOf: ['open'] };
  const found = await Array.fromAsync(table.some(tasks, partitionsOf(cohortId), prefixOf.task, open));
  const visible = found.some(({ about }) => about.pairId) ? await visibleOf(table, cohortId) : undefined;
  return found.filter(({ about }) => visible === undefined || visible.of(about));
}

/** Who invited a member, or handed over to them, and what. */
async function readStaff({ kind, subject: { handOverId } }: Letter, member: Member | undefined, table: Table) {
  if (kind === 'desk-invitation' && member?.invited) {
    const by = await nameOf(member.invited.by, table);
    return { invitation: { by, cohorts: await cohortNames(member.cohorts === 'all' ? [] : member.cohorts, table) } };
  }
  const about = handOverId && (await table.get(handOvers, { handOverId }));
  if (!about) return {};
  const [by, names] = [await nameOf(about.from, table), await cohortNames(about.cohorts, table)];
  return { handedOver: { by, cohorts: names, about } };
}

async function nameOf(memberId: MemberId, table: Table): Promise<string> {
  const member = await table.get(members, { memberId });
  return member?.name ?? member?.address ?? 'HR';
}

const cohortNames = async (cohortIds: readonly CohortId[] = [], table: Table): Promise<string[]> =>
  (
    await table.getMany(
      cohorts,
      cohortIds.map((cohortId) => ({ cohortId })),
    )
  )
    .map(({ name }) => name)
    .sort();

/** Whose letter a sample shows, and the partner that it names. */
async function readSample({ scope, subject: { sample } }: Letter, table: Table): Promise<Material> {
  if (!sample || scope === 'stage' || scope === 'help') return {};
  const { personId, partnerId } = sample;
  return {
    cohort: await table.get(cohorts, { cohortId: scope }),
    participant: await table.get(participants, { cohortId: scope, personId }),
    partner: partnerId && (await table.get(participants, { cohortId: scope, personId: partnerId })),
  };
}

async function readParticipant(
  { subject, kind }: Letter,
  cohortId: CohortId,
  personId: PersonId,
  table: Table,
): Promise<Material> {
  const { checkInId } = subject;
  const pairId = subject.pairId ?? (checkInId && pairOf(checkInId));
  const [participant, person] = [
    await table.get(participants, { cohortId, personId }),
    await table.get(persons, { personId }),
  ];
  const pair = pairId && (await table.get(pairs, { cohortId, pairId }));
  return {
    // Mail that failed in one cohort fails in all of this person's.
    participant: participant && person && person.mail !== 'ok' ? { ...participant, mail: person.mail } : participant,
    pair,
    partner: pair && (await table.get(participants, { cohortId, personId: partnerOf(pair, personId) })),
    alsoEnded: await endedWith(subject.alsoEnded ?? [], cohortId, personId, table),
    // What was logged is said again in one kind of letter.
    session:
      kind === 'thanks' && pair?.lastSession
        ? await table.get(sessions, {
            cohortId,
            pairId: pair.pairId,
            sessionId: sessionIdOf(pair.pairId, pair.lastSession),
          })
        : undefined,
    checkIn: pairId && checkInId && (await table.get(checkIns, { cohortId, pairId, checkInId })),
  };
}

async function endedWith(pairIds: readonly PairId[], cohortId: CohortId, personId: PersonId, table: Table) {
  const ended =
    pairIds.length > 0
      ? await table.getMany(
          pairs,
          pairIds.map((pairId) => ({ cohortId, pairId })),
        )
      : [];
  return Promise.all(
    ended.map(async (pair) => {
      const partner = await table.get(participants, { cohortId, personId: partnerOf(pair, personId) });
      return { pair, partner };
    }),
  );
}
