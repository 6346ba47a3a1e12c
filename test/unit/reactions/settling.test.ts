import { expect, it } from 'vitest';
import { PairingApproved } from '../../../events/pairing-approved.ts';
import { SettlingDue } from '../../../events/settling-due.ts';
import { propose } from '../../../functions/on-pairing-approved/propose.ts';
import { react } from '../../../functions/on-settling-due/react.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Run, runs } from '../../../shared/pairing/run.ts';
import { persons } from '../../../shared/person/person.ts';
import type { Draft } from '../../../shared/table/aggregate.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { cohort, cohortId, junior, noon, pairId, programme, pair as sample, senior } from '../../support/programme.ts';

const { runId } = sample();
const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test', cohortId, runId };
const due = { ...envelope, detailType: SettlingDue.detailType };
const settled: Partial<Draft<Run>> = { settledAt: noon };

/** A run past its deadline, and a junior who was in the pool of it and has no pair any more. */
function afterDeadline(more: Partial<Draft<Run>>, pair: Parameters<typeof sample>[0] = {}): MemoryTable {
  const memory = programme({ junior: { slots: {}, confirmedAt: '2026-02-01T08:00:00.000Z' }, pair });
  const rest = { rules: cohort.rules, seed: 1, requestedAt: '2026-02-05T08:00:00.000Z', pages: 1 };
  memory.has(
    runs,
    { cohortId, runId },
    { cohortId, runId, state: 'approved', ...rest, consentDueAt: noon, proposedAt: noon, ...more },
  );
  return memory;
}
const another = { runId: 'run_ffffffffffff' as Run['runId'], state: 'exited' as const };
/** Another run of the cohort, which has proposed the pair. */
const otherRun = ({ has }: MemoryTable, more: Partial<Draft<Run>>) =>
  has(
    runs,
    { cohortId, runId: another.runId },
    {
      cohortId,
      runId: another.runId,
      state: 'approved',
      rules: cohort.rules,
      seed: 1,
      requestedAt: noon,
      pages: 1,
      consentDueAt: noon,
      ...more,
    },
  );
const told = (memory: MemoryTable) => memory.said().filter(({ detailType }) => detailType === 'letter.due.v1').length;

it('tells whoever is left over once, and nobody who has come to be alone by the time of a replay', async () => {
  const memory = afterDeadline(settled, another);
  otherRun(memory, settled);
  await react(due, memory, triggerAt(noon));
  expect(told(memory)).toBe(1);
  expect(await memory.table.get(persons, { personId: junior })).toMatchObject({ leftOutIn: [cohortId] });
  expect(await memory.table.get(runs, { cohortId, runId })).toMatchObject({ toldAt: noon });

  const later = afterDeadline({ ...settled, toldAt: noon }, another);
  expect(await react(due, later, triggerAt('2026-05-02T12:00:00.000Z'))).toMatchObject({ outcome: 'settled before' });
  expect(later.commits()).toBe(0);
});

it.each(['proposed', 'not-formed', 'blocked', 'exited'] as const)(
  'tells nobody who is in a pair of a run that is not settled, also where it is %s',
  async (state) => {
    const memory = afterDeadline(settled, { ...another, state });
    otherRun(memory, {});
    await react(due, memory, triggerAt(noon));
    expect(told(memory)).toBe(0);
    expect(await memory.table.get(persons, { personId: junior })).toBeUndefined();
  },
);

it('remembers for life a pair whose forming ended halfway, and forgets that the two have waited', async () => {
  const memory = afterDeadline({});
  const waited = { personId: senior, addresses: [], pairedWith: [], leftOutIn: ['coh_lasttime' as typeof cohortId] };
  memory.has(persons, waited, { ...waited, mail: 'ok' });
  await react(due, memory, triggerAt(noon));
  expect(await memory.table.get(pairs, { cohortId, pairId })).toMatchObject({ state: 'formed' });
  expect(await memory.table.get(persons, { personId: junior })).toMatchObject({ pairedWith: [senior] });
  expect(await memory.table.get(persons, { personId: senior })).toMatchObject({ pairedWith: [junior], leftOutIn: [] });
});

it('proposes nothing any more for a run that is settled', async () => {
  const memory = afterDeadline(settled);
  const approved = { ...envelope, detailType: PairingApproved.detailType };
  expect(await propose(approved, memory, triggerAt(noon))).toMatchObject({ outcome: 'settled before' });
  expect(memory.commits()).toBe(0);
});
