import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonId, RunId } from '../../../events/ids.ts';
import type { PairingRequested } from '../../../events/pairing-requested.ts';
import { run } from '../../../functions/on-pairing-requested/run.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { approveRun, requestRun } from '../../../shared/cohort/pair-up.ts';
import { digestOf } from '../../../shared/pairing/digest.ts';
import { readInput } from '../../../shared/pairing/input-pages.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { readResult, writeResult } from '../../../shared/pairing/result-pages.ts';
import { type Run, type RunResult, runs } from '../../../shared/pairing/run.ts';
import { participants } from '../../../shared/participant/participant.ts';
import type { EventOf } from '../../../shared/runtime/on-event.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';
import { cohort, cohortId, participant } from '../../support/programme.ts';

const at = '2026-02-01T09:00:00.000Z';
const command = triggerAt(at).command('test');
const personId = (number: number) => `per_${String(number).padStart(8, '0')}` as PersonId;
const employee = (number: number) => String(number).padStart(32, '0');
const runId = (name: string) => `run_${name}00000000` as RunId;

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
  const { table } = local;
  await table.change(cohorts, { cohortId }, command, () => ({ to: { ...cohort, state: 'enrolling' as const } }));
  for (const number of [1, 2, 3, 11, 12]) {
    const role = number < 10 ? 'junior' : 'senior';
    const hr = { employeeKey: employee(number), level: role === 'junior' ? 2 : 7, status: 'active' as const };
    const managerKey = role === 'junior' ? employee(12) : ('top' as const);
    const more = { personId: personId(number), slots: {}, hr: { ...hr, managerKey } };
    await table.change(participants, { cohortId, ...more }, command, () => ({ to: participant(role, more) }));
  }
});
afterEach(() => local.close());

async function stored(name: string): Promise<Run> {
  const found = await local.table.get(runs, { cohortId, runId: runId(name) });
  if (!found) throw new Error(`there is no run ${name}`);
  return found;
}
const request = (name: string, latest?: Run) =>
  local.table.transact(async () =>
    requestRun(
      { cohort: await local.table.get(cohorts, { cohortId }), run: undefined, latest },
      { runId: runId(name), seed: 1, command },
    ),
  );
const compute = (name: string, table: Table = local.table) =>
  run(
    { eventId: '', occurredAt: at, correlationId: '', cohortId, runId: runId(name) } as EventOf<
      typeof PairingRequested
    >,
    { table },
    triggerAt(at),
  );
const approve = (name: string, others: readonly Run[]) =>
  local.table.transact(async () => {
    const current = await stored(name);
    const digest = digestOf(await loadInput(local.table, cohort, undefined), current.rules, current.seed);
    return approveRun(
      { cohort: await local.table.get(cohorts, { cohortId }), run: current, others },
      { digest, command },
    );
  });

it('shows what the faster of two attempts saw, also when the slower one ends later', async () => {
  await request('one');
  // The slower attempt has read the people, and comes to its pages only when the other is through.
  const [there, through] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: Table = {
    ...local.table,
    async putPages(items) {
      if (items.some(({ page }) => page !== undefined)) {
        there.resolve();
        await through.promise;
      }
      await local.table.putPages(items);
    },
  };
  const slower = compute('one', slow);
  await there.promise;
  await local.table.change(participants, { cohortId, personId: personId(1) }, command, (current) =>
    current ? { to: { ...unnumbered(current), state: 'left' as const } } : { refused: 'gone' },
  );
  expect(await compute('one')).toMatchObject({ outcome: 'proposed' });
  through.resolve();
  expect(await slower).toMatchObject({ outcome: 'proposed' });

  const seen = await stored('one');
  const input = await readInput(local.table, seen);
  expect(input && digestOf(input, seen.rules, seen.seed)).toBe(seen.digest);
  expect(JSON.stringify(await readResult(local.table, seen))).not.toContain(personId(1));
});

it('approves no further run while the pairs of the one before are still being proposed', async () => {
  await request('one');
  await compute('one');
  expect(await approve('one', [await stored('one')])).toMatchObject({ ok: true });
  const approved = await stored('one');
  await request('two', approved);
  await compute('two');
  // Not one pair of the first is in the table yet, so that everybody seems to be free.
  expect((await stored('two')).digest).toBeDefined();
  expect(await approve('two', [approved])).toEqual({ ok: false, refused: 'people changed' });
});

it('leaves no half a result behind when it dies between its pages', async () => {
  const ref = { cohortId, runId: runId('many'), digest: 'a'.repeat(64) };
  const refused = Array.from({ length: 10_500 }, (_, number) => ({ person: personId(number), rule: 'not-active' }));
  const result: RunResult = { pairs: [], unmatched: [], refused };
  let batches = 0;
  local.client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === 'BatchWriteItemCommand' && ++batches === 2) throw new Error('died');
      return next(args);
    },
    { step: 'initialize' },
  );
  await expect(writeResult(local.table, ref, result)).rejects.toThrow('died');
  await expect(readResult(local.table, { ...ref, pages: 11 })).rejects.toThrow('is missing');
  const pages = await writeResult(local.table, ref, result);
  expect(pages).toBe(11);
  expect(await readResult(local.table, { ...ref, pages })).toEqual(result);
});
