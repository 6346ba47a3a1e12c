import type { CohortId } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { pairs } from '../pair/pair.ts';
import { outsiders, type Participant, participants } from '../participant/participant.ts';
import { aliases, type Person, persons } from '../person/person.ts';
import { partitionsOf, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Candidate, canonicalInput, type PairingInput } from './input.ts';
import { linksOf, noLinks } from './links.ts';
import { readResult } from './result-pages.ts';
import { type Run, runs } from './run.ts';

/**
 * Reads the pool of a run: confirmed people with a free place, their history, the reporting chain, and the pairs of the
 * proposal that it `replaces`.
 */
export async function loadInput(
  table: Table,
  cohort: Pick<Cohort, 'cohortId' | 'start'>,
  replaces: Run['replaces'],
): Promise<PairingInput> {
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
  const { links, together } = linksOf(known, made);
  const personOf = new Map(named.map(({ hash, personId }) => [hash, personId]));
  const historyOf = new Map(history.map((each) => [each.personId, each]));
  const confirmed = new Set(pool.map(({ personId }) => personId));
  return canonicalInput({
    cohortId,
    week: cohort.start,
    people: pool.flatMap((participant) => {
      const link = links.get(participant.personId) ?? noLinks;
      const taken = new Set([...Object.keys(participant.slots), ...link.waiting]).size;
      if (taken >= participant.capacity) return [];
      const candidate = candidateOf(participant, taken, historyOf.get(participant.personId));
      return [
        {
          ...candidate,
          pleaseNot: [...participant.self.pleaseNot.flatMap((hash) => personOf.get(hash) ?? []), ...link.notTogether],
          // A pair that forms elsewhere is no change here: it would tell this cohort's HR before the other one's.
          pairedBefore: [...candidate.pairedBefore, ...link.together].filter((each) => confirmed.has(each)),
        },
      ];
    }),
    chain: [
      ...outside.flatMap(({ employeeKey, managerKey, takenBack }) =>
        takenBack ? [] : [[employeeKey, managerKey] as const],
      ),
      // A participant's own facts are newer than an outsider row of an earlier file.
      ...everybody.flatMap(({ hr }) => (hr ? [[hr.employeeKey, hr.managerKey] as const] : [])),
    ],
    together,
    kept: await pairsOf(table, cohortId, replaces),
  });
}

async function pairsOf(table: Table, cohortId: CohortId, runId: Run['replaces']): Promise<PairingInput['kept']> {
  const run = runId && (await table.get(runs, { cohortId, runId }));
  const result = run && run.pages > 0 ? await readResult(table, run) : undefined;
  return result?.pairs.map(({ junior, senior }) => [junior, senior] as const);
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
    // Forming forgets it: who is in a pair or asked about one must look the same before and after.
    leftOut: taken > 0 ? 0 : (history?.leftOutIn.length ?? 0),
  };
}
