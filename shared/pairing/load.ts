import type { PairId, PersonId } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { type Pair, pairs } from '../pair/pair.ts';
import { openPair } from '../pair/states.ts';
import { outsiders, type Participant, participants } from '../participant/participant.ts';
import { aliases, type Person, persons } from '../person/person.ts';
import { partitionsOf, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Candidate, canonicalInput, type PairingInput } from './input.ts';
import { type Run, runs } from './run.ts';

/** Reads the pool of a run: confirmed people with a free place, their history, and the reporting chain. */
export async function loadInput(table: Table, cohort: Pick<Cohort, 'cohortId' | 'start'>): Promise<PairingInput> {
  const { cohortId } = cohort;
  const partitions = partitionsOf(cohortId);
  const [everybody, outside, known] = await Promise.all([
    Array.fromAsync(table.list(participants, partitions, prefixOf.participant)),
    Array.fromAsync(table.list(outsiders, partitions, prefixOf.outsider)),
    Array.fromAsync(table.list(pairs, partitions, prefixOf.pair)),
  ]);
  const pool = everybody.filter(({ state }) => state === 'confirmed');
  const [history, named, made] = await Promise.all([
    table.getMany(
      persons,
      pool.map(({ personId }) => ({ personId })),
    ),
    table.getMany(
      aliases,
      pool.flatMap(({ self }) => self.pleaseNot.map((hash) => ({ hash }))),
    ),
    table.getMany(
      runs,
      [...new Set(known.map(({ runId }) => runId))].map((runId) => ({ cohortId, runId })),
    ),
  ]);
  const runOf = new Map(made.map((run) => [run.runId, run]));
  const links = linksOf(known, runOf);
  const personOf = new Map(named.map(({ hash, personId }) => [hash, personId]));
  const historyOf = new Map(history.map((each) => [each.personId, each]));
  return canonicalInput({
    cohortId,
    week: cohort.start,
    people: pool.flatMap((participant) => {
      const link = links.get(participant.personId) ?? noLink;
      const taken = new Set([...Object.keys(participant.slots), ...link.waiting]).size;
      if (taken >= participant.capacity) return [];
      const candidate = candidateOf(participant, taken, historyOf.get(participant.personId));
      return [
        {
          ...candidate,
          pleaseNot: [...participant.self.pleaseNot.flatMap((hash) => personOf.get(hash) ?? []), ...link.notTogether],
          pairedBefore: [...candidate.pairedBefore, ...link.together],
        },
      ];
    }),
    chain: [
      ...outside.map(({ employeeKey, managerKey }) => [employeeKey, managerKey] as const),
      // A participant's own facts are newer than an outsider row of an earlier file.
      ...everybody.flatMap(({ hr }) => (hr ? [[hr.employeeKey, hr.managerKey] as const] : [])),
    ],
    together: known
      .filter((pair) => openPair(pair) || isWaiting(pair, runOf.get(pair.runId)))
      .map(({ junior, senior }) => [junior, senior]),
  });
}

/** What the pairs of a cohort mean for one person's next one. */
interface Links {
  /** Pairs whose outcome nobody may know yet: each takes a place, whatever was answered. */
  readonly waiting: Set<PairId>;
  readonly together: PersonId[];
  /** A pair came to nothing with these: like a wish of either side, so that nobody can tell one from the other. */
  readonly notTogether: PersonId[];
}
const noLink: Links = { waiting: new Set(), together: [], notTogether: [] };

function linksOf(known: readonly Pair[], made: ReadonlyMap<string, Run>): ReadonlyMap<PersonId, Links> {
  const links = new Map<PersonId, Links>();
  const of = (person: PersonId): Links => {
    const link = links.get(person) ?? { waiting: new Set(), together: [], notTogether: [] };
    links.set(person, link);
    return link;
  };
  for (const pair of known) {
    const waits = isWaiting(pair, made.get(pair.runId));
    for (const [one, other] of [
      [pair.junior, pair.senior],
      [pair.senior, pair.junior],
    ] as const) {
      const link = of(one);
      if (waits) link.waiting.add(pair.pairId);
      if (pair.state === 'not-formed' && !waits) link.notTogether.push(other);
      else link.together.push(other);
    }
  }
  return links;
}

/** Until the run is settled all of its pairs look the same: none gives its places back early. */
const isWaiting = ({ state }: Pair, run: Run | undefined): boolean =>
  state === 'proposed' ||
  state === 'accepted-by-junior' ||
  (run?.consentDueAt !== undefined && run.settledAt === undefined);

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
    leftOut: history?.leftOutIn.length ?? 0,
  };
}
