import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CohortId, PersonId, RunId } from '../../../events/ids.ts';
import type { PairAccepted } from '../../../events/pair-accepted.ts';
import type { PairingApproved } from '../../../events/pairing-approved.ts';
import type { PairingRequested } from '../../../events/pairing-requested.ts';
import { react as accepted } from '../../../functions/on-pair-accepted/react.ts';
import { propose } from '../../../functions/on-pairing-approved/propose.ts';
import { run } from '../../../functions/on-pairing-requested/run.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { approveRun, requestRun } from '../../../shared/cohort/pair-up.ts';
import { type Pair, pairs } from '../../../shared/pair/pair.ts';
import { digestOf } from '../../../shared/pairing/digest.ts';
import { readInput } from '../../../shared/pairing/input-pages.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { readProgress } from '../../../shared/pairing/progress.ts';
import { readResult } from '../../../shared/pairing/result-pages.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { freshPerson } from '../../../shared/person/find.ts';
import { persons } from '../../../shared/person/person.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { partitionsOf } from '../../../shared/table/keys.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';
import { cohort, cohortId } from '../../support/programme.ts';

const at = '2026-02-01T09:00:00.000Z';
const runId = 'run_00000001' as RunId;
const id = (number: number) => `per_${String(number).padStart(8, '0')}` as PersonId;
const employee = (number: number) => String(number).padStart(32, '0');
const event = <T>(data: object) => ({ eventId: '', occurredAt: at, correlationId: 'test', ...data }) as T;

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
  await local.table.change(cohorts, { cohortId }, triggerAt(at).command('make'), () => ({
    to: { ...cohort, state: 'enrolling' as const },
  }));
});
afterEach(() => local.close());

const person = (number: number, role: 'junior' | 'senior', capacity = 1) =>
  local.table.change(participants, { cohortId, personId: id(number) }, triggerAt(at).command('make'), () => ({
    to: {
      cohortId,
      personId: id(number),
      role,
      state: 'confirmed' as const,
      name: `Person ${number}`,
      address: `p${number}@example.com`,
      hr: {
        employeeKey: employee(number),
        level: role === 'junior' ? 2 : 7,
        managerKey: role === 'junior' ? employee(100) : employee(101),
        status: 'active' as const,
      },
      self: {
        topics: ['Soziale Medien'],
        languages: ['de'],
        letterLanguage: 'de' as const,
        timeZone: 'Europe/Berlin',
        hours: [{ weekday: 1, from: '09:00', to: '17:00' }],
        capacity,
        pleaseNot: [],
        meetingMode: 'any' as const,
      },
      slots: {},
      capacity,
      stopped: [],
      pauses: 0,
      mail: 'ok' as const,
    },
  }));
async function house() {
  for (const number of [100, 101])
    await person(number, number === 100 ? 'junior' : 'senior').then(() =>
      local.table.change(
        participants,
        { cohortId, personId: id(number) },
        triggerAt(at).command('aside'),
        (current) => {
          if (!current?.hr) return { refused: 'gone' };
          const { version: _, schema: __, ...rest } = current;
          return { to: { ...rest, state: 'declined' as const, hr: { ...current.hr, managerKey: 'top' as const } } };
        },
      ),
    );
}
async function request(requested = runId) {
  const command = triggerAt(at).command('request');
  await local.table.transact(async () => {
    const now = await local.table.get(cohorts, { cohortId });
    return requestRun({ cohort: now, run: undefined, latest: undefined }, { runId: requested, seed: 1, command });
  });
  return () => run(event<EventOf<typeof PairingRequested>>({ cohortId, runId: requested }), local, triggerAt(at));
}
async function approve() {
  const { table } = local;
  const [now, current] = [await table.get(cohorts, { cohortId }), await table.get(runs, { cohortId, runId })];
  if (!now || !current) throw new Error('nothing to approve');
  const digest = digestOf(await loadInput(table, now, undefined), current.rules, current.seed);
  return table.transact(async () =>
    approveRun({ cohort: now, run: current, others: [current] }, { digest, command: triggerAt(at).command('approve') }),
  );
}
const proposeAll = (cursor?: string, remaining?: () => number) =>
  propose(event<EventOf<typeof PairingApproved>>({ cohortId, runId, cursor }), local, triggerAt(at, remaining));
const bothYes = ({ consent }: Pair) => {
  const question = { askedAt: at, closesAt: '2026-02-10T08:00:00.000Z', ...consent?.junior, answer: 'yes' as const };
  return { junior: question, senior: question };
};
/** As if both had said yes. */
async function formOne(pair: Pair) {
  await local.table.change(pairs, pair, triggerAt(at).command('say yes'), (current) =>
    current?.state === 'proposed'
      ? { to: { ...unnumbered(current), state: 'accepted-by-junior' as const, consent: bothYes(current) } }
      : { refused: 'said already' },
  );
  return accepted(event<EventOf<typeof PairAccepted>>({ cohortId, pairId: pair.pairId }), local, triggerAt(at));
}
async function listed(): Promise<Pair[]> {
  const all: Pair[] = [];
  for await (const each of local.table.list(pairs, partitionsOf(cohortId), 'pair#')) all.push(each);
  return all;
}

describe('a pairing run', () => {
  it('goes from request to formed pairs once, however often each event comes', async () => {
    await house();
    for (const number of [1, 2, 3]) await person(number, 'junior');
    for (const number of [11, 12]) await person(number, 'senior');
    const again = await request();
    expect(await again()).toMatchObject({ outcome: 'proposed', pairs: 2, unmatched: 1, refused: 0 });
    expect(await again()).toMatchObject({ outcome: 'not requested' });
    expect(await local.table.get(cohorts, { cohortId })).toMatchObject({ state: 'review' });
    const made = await local.table.get(runs, { cohortId, runId });
    expect(made && (await readResult(local.table, made)).unmatched[0]?.reasons).toEqual({ taken: 2 });
    expect(made?.objective).toMatchObject({ people: 4 });
    const input = made && (await readInput(local.table, made));
    expect(input && digestOf(input, made.rules, made.seed)).toBe(made?.digest);
    // Nothing took longer than a second, so nobody was told more than that it began.
    expect(await readProgress(local.table, { cohortId, runId })).toEqual({ phase: 'loading', percent: 5, at });

    expect(await approve()).toMatchObject({ ok: true });
    await proposeAll();
    await proposeAll();
    for (const pair of [...(await listed()), ...(await listed())]) await formOne(pair);
    const formed = await listed();
    expect(formed).toMatchObject([{ state: 'formed' }, { state: 'formed' }]);
    expect(formed[0]?.firstDates).toHaveLength(2);
    const said = (await local.said()).map(({ detailType }) => detailType);
    expect(said.filter((name) => name === 'pair.proposed.v1')).toHaveLength(2);
    expect(said.filter((name) => name === 'pair.formed.v1')).toHaveLength(2);
    for (const { junior, senior, pairId } of formed) {
      expect(await local.table.get(participants, { cohortId, personId: junior })).toMatchObject({
        slots: { [pairId]: 'held' },
      });
      expect(await local.table.get(persons, { personId: senior })).toMatchObject({ pairedWith: [junior] });
    }
  });

  it('cannot be approved any more when people changed', async () => {
    await house();
    await person(1, 'junior');
    await person(11, 'senior');
    await (await request())();
    await person(2, 'junior');
    expect(await approve()).toEqual({ ok: false, refused: 'people changed' });
  });

  it('looks at the same facts whether a pair of another run has formed or waits', async () => {
    await house();
    await person(1, 'junior', 2);
    await person(11, 'senior', 2);
    const leftOutIn = ['coh_lasttime'] as CohortId[];
    for (const personId of [id(1), id(11)]) {
      await local.table.change(persons, { personId }, triggerAt(at).command('leave out'), () => ({
        to: { ...freshPerson(personId), leftOutIn },
      }));
    }
    const before = await loadInput(local.table, cohort, undefined);
    expect(before.people.map(({ leftOut }) => leftOut)).toEqual([1, 1]);
    await (await request())();
    await approve();
    await proposeAll();
    const waiting = await loadInput(local.table, cohort, undefined);
    for (const pair of await listed()) await formOne(pair);
    expect(await listed()).toMatchObject([{ state: 'formed' }]);
    expect(await loadInput(local.table, cohort, undefined)).toEqual(waiting);
  });

  it('fails by name when one side is empty', async () => {
    await house();
    await person(1, 'junior');
    expect(await (await request())()).toMatchObject({ outcome: 'failed', why: 'no-senior' });
    expect(await local.table.get(runs, { cohortId, runId })).toMatchObject({ state: 'failed', why: 'no-senior' });
  });

  it('fails with the names of whoever stands in the way', async () => {
    await house();
    await person(1, 'junior');
    await person(11, 'senior');
    const rules = { ...cohort.rules, pins: [[id(1), id(12)] as [PersonId, PersonId]] };
    await local.table.change(cohorts, { cohortId }, triggerAt(at).command('pin'), () => ({
      to: { ...cohort, state: 'enrolling' as const, rules },
    }));
    expect(await (await request())()).toMatchObject({ outcome: 'failed', why: 'pins' });
    const failed = await local.table.get(runs, { cohortId, runId });
    expect(failed && (await readResult(local.table, failed)).refused).toEqual([
      { person: id(12), partner: id(1), rule: 'not-in-pool' },
    ]);
  });
});

describe('forming pairs', () => {
  it('of several that reach for one place at once forms exactly one', async () => {
    for (const number of [1, 2, 3, 4]) await person(number, 'junior');
    await person(11, 'senior');
    const reaching = [1, 2, 3, 4].map((number) => ({
      cohortId,
      pairId: `pair_0000000${number}` as Pair['pairId'],
      junior: id(number),
      senior: id(11),
      runId,
      state: 'proposed' as const,
      points: {},
      total: 0,
      sessions: 0,
      months: { junior: 0, senior: 0 },
    }));
    for (const draft of reaching)
      await local.table.change(pairs, draft, triggerAt(at).command('propose'), () => ({ to: draft }));
    await Promise.all((await listed()).map(formOne));
    const states = (await listed()).map(({ state }) => state);
    expect(states.sort()).toEqual(['accepted-by-junior', 'accepted-by-junior', 'accepted-by-junior', 'formed']);
    const senior = await local.table.get(participants, { cohortId, personId: id(11) });
    expect(Object.keys(senior?.slots ?? {})).toHaveLength(1);
  });
});
