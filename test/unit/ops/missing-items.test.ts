import { describe, expect, it } from 'vitest';
import type { Stored } from '../../../infra/ops/export-lines.ts';
import { putBack } from '../../../infra/ops/missing-items.ts';

async function* each<T>(items: readonly T[]) {
  yield* items;
}
const backup: readonly Stored[] = [
  { pk: 'cohorts', sk: 'cohort#coh_1', name: 'as it was' },
  { pk: 'cohort#coh_1#1', sk: 'pair#par_1', state: 'active', dueAt: '2026-03-01' },
  { pk: 'cohort#coh_1#1', sk: 'letter#ltr_planned', state: 'planned', dueAt: '2026-03-01' },
  { pk: 'cohort#coh_1#1', sk: 'letter#ltr_submitting', state: 'submitting', dueAt: '2026-03-01' },
  { pk: 'cohort#coh_1#1', sk: 'letter#ltr_accepted', state: 'accepted' },
  { pk: 'cohort#coh_1#1', sk: 'audit#letter#ltr_planned#000001', by: 'on-pair-formed' },
  { pk: 'outbox#3', sk: '2026#evt_1', events: [] },
  { pk: 'rate', sk: 'ses', nextSlot: 1 },
];

function live(there: readonly Stored[]) {
  const put: Stored[] = [];
  const table = {
    keys: each(there),
    putIfAbsent: async (item: Stored) => {
      put.push(item);
      return true;
    },
  };
  return { put, table };
}

describe('what a table lacks, and a backup has', () => {
  it('is counted first, and nothing is written', async () => {
    const { put, table } = live([{ pk: 'cohorts', sk: 'cohort#coh_1' }]);
    expect(await putBack(each(backup), table, { write: false })).toEqual({ audit: 1, letter: 3, pair: 1 });
    expect(put).toEqual([]);
  });

  it('comes back as it was, timers too, but never over what is there, and without what was on its way', async () => {
    const { put, table } = live([{ pk: 'cohorts', sk: 'cohort#coh_1', name: 'as it is' }]);
    await putBack(each(backup), table, { write: true });
    expect(put.map(({ sk }) => sk)).not.toContain('cohort#coh_1');
    expect(put.filter(({ pk }) => pk === 'rate' || pk.startsWith('outbox'))).toEqual([]);
    expect(put).toContainEqual(backup[1]);
  });

  it('never sends a letter: one that had not gone out is unknown and has no timer', async () => {
    const { put, table } = live([]);
    await putBack(each(backup), table, { write: true });
    const letters = put.filter(({ sk }) => sk.startsWith('letter#'));
    expect(letters.map(({ sk, state, dueAt }) => [sk, state, dueAt])).toEqual([
      ['letter#ltr_planned', 'unknown', undefined],
      ['letter#ltr_submitting', 'unknown', undefined],
      ['letter#ltr_accepted', 'accepted', undefined],
    ]);
  });
});
