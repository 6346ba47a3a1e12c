import type { CohortId, LocalDate, PersonId, Role } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { pairs } from '../pair/pair.ts';
import {
  type HrFacts,
  outsiders,
  type Participant,
  participants,
  type WorkingHours,
} from '../participant/participant.ts';
import { aliases, type Person, persons } from '../person/person.ts';
import { partitionsOf, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';

/** Somebody with a free place, with everything that a rule asks for. */
export interface Candidate {
  readonly person: PersonId;
  readonly role: Role;
  /** Absent: HR's facts have not come. */
  readonly hr?: Pick<HrFacts, 'employeeKey' | 'managerKey' | 'appraisedByKey' | 'level' | 'unit' | 'site' | 'status'>;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly WorkingHours[];
  readonly timeZone: string;
  readonly meetingMode: 'any' | 'in person' | 'remote';
  /** Free places, at least 1. */
  readonly places: number;
  /** Has a pair already, so that another one helps less than a first one for somebody else. */
  readonly paired: boolean;
  readonly pleaseNot: readonly PersonId[];
  readonly pairedBefore: readonly PersonId[];
  /** How often this person was left out before. */
  readonly leftOut: number;
}

/** Everything that a run looks at, in canonical order: equal facts are equal bytes. */
export interface PairingInput {
  readonly cohortId: CohortId;
  /** Working hours in different zones are compared in the week of this date. */
  readonly week: LocalDate;
  readonly people: readonly Candidate[];
  /** Employee → manager, for participants and people outside the programme. */
  readonly chain: readonly (readonly [employeeKey: string, managerKey: string])[];
}

/** Reads the pool of a run: confirmed people with a free place, their history, and the reporting chain. */
export async function loadInput(table: Table, cohort: Pick<Cohort, 'cohortId' | 'start'>): Promise<PairingInput> {
  const { cohortId } = cohort;
  const partitions = partitionsOf(cohortId);
  const everybody = await collect(table.list(participants, partitions, prefixOf.participant));
  const outside = await collect(table.list(outsiders, partitions, prefixOf.outsider));
  const known = await collect(table.list(pairs, partitions, prefixOf.pair));
  const pool = everybody.filter(({ state }) => state === 'confirmed');
  const history = await table.getMany(
    persons,
    pool.map(({ personId }) => ({ personId })),
  );
  const named = await table.getMany(
    aliases,
    pool.flatMap(({ self }) => self.pleaseNot.map((hash) => ({ hash }))),
  );

  const togetherWith = new Map<PersonId, Set<PersonId>>();
  const waiting = new Map<PersonId, number>();
  for (const { junior, senior, state } of known) {
    for (const [one, other] of [
      [junior, senior],
      [senior, junior],
    ] as const) {
      togetherWith.set(one, (togetherWith.get(one) ?? new Set()).add(other));
      if (state === 'proposed' || state === 'accepted-by-junior') waiting.set(one, (waiting.get(one) ?? 0) + 1);
    }
  }
  const personOf = new Map(named.map(({ hash, personId }) => [hash, personId]));
  const historyOf = new Map(history.map((each) => [each.personId, each]));
  return canonicalInput({
    cohortId,
    week: cohort.start,
    people: pool.flatMap((participant) => {
      const taken = Object.keys(participant.slots).length + (waiting.get(participant.personId) ?? 0);
      const candidate = candidateOf(participant, taken, historyOf.get(participant.personId));
      if (candidate.places < 1) return [];
      return [
        {
          ...candidate,
          pleaseNot: participant.self.pleaseNot.flatMap((hash) => personOf.get(hash) ?? []),
          pairedBefore: [...candidate.pairedBefore, ...(togetherWith.get(participant.personId) ?? [])],
        },
      ];
    }),
    chain: [
      ...outside.map(({ employeeKey, managerKey }) => [employeeKey, managerKey] as const),
      // A participant's own facts are newer than an outsider row of an earlier file.
      ...everybody.flatMap(({ hr }) => (hr ? [[hr.employeeKey, hr.managerKey] as const] : [])),
    ],
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function candidateOf(participant: Participant, taken: number, history: Person | undefined): Candidate {
  const { personId, role, hr, self, capacity } = participant;
  return {
    person: personId,
    role,
    ...(hr ? { hr } : {}),
    topics: self.topics,
    languages: self.languages,
    hours: self.hours,
    timeZone: self.timeZone,
    meetingMode: self.meetingMode,
    places: capacity - taken,
    paired: taken > 0,
    pleaseNot: [],
    pairedBefore: history?.pairedWith ?? [],
    leftOut: history?.leftOut ?? 0,
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedSet = <T extends string>(list: readonly T[]): T[] => [...new Set(list)].sort(byText);

/** The same facts in another order are the same input. */
export function canonicalInput({ cohortId, week, people, chain }: PairingInput): PairingInput {
  return {
    cohortId,
    week,
    people: people
      .map((each) => ({
        person: each.person,
        role: each.role,
        ...(each.hr ? { hr: hrOf(each.hr) } : {}),
        topics: sortedSet(each.topics),
        languages: sortedSet(each.languages),
        hours: each.hours
          .map(({ weekday, from, to }) => ({ weekday, from, to }))
          .sort((a, b) => a.weekday - b.weekday || byText(a.from, b.from) || byText(a.to, b.to)),
        timeZone: each.timeZone,
        meetingMode: each.meetingMode,
        places: each.places,
        paired: each.paired,
        pleaseNot: sortedSet(each.pleaseNot),
        pairedBefore: sortedSet(each.pairedBefore),
        leftOut: each.leftOut,
      }))
      .sort((a, b) => byText(a.person, b.person)),
    chain: [...new Map(chain)].sort(([a], [b]) => byText(a, b)),
  };
}

const hrOf = ({
  employeeKey,
  managerKey,
  appraisedByKey,
  level,
  unit,
  site,
  status,
}: NonNullable<Candidate['hr']>) => ({
  employeeKey,
  managerKey,
  ...(appraisedByKey ? { appraisedByKey } : {}),
  level,
  ...(unit ? { unit } : {}),
  ...(site ? { site } : {}),
  status,
});
