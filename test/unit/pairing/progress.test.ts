import { expect, it } from 'vitest';
import type { CohortId, RunId } from '../../../events/ids.ts';
import { progressOf } from '../../../shared/pairing/progress.ts';

it('tells how far a run is, at most once a second, and is forgotten after a day', async () => {
  const told: object[] = [];
  const table = { putPages: async (items: readonly object[]) => void told.push(...items) };
  const ref = { cohortId: 'coh_00000001' as CohortId, runId: 'run_00000001' as RunId };
  let left = 300_000;
  const progress = progressOf(table, ref, '2026-02-01T09:00:00.000Z', () => left);
  for (const [phase, after] of [
    ['loading', 0],
    ['scoring', 900],
    ['matching', 200],
    ['explaining', 5_000],
  ] as const) {
    left -= after;
    await progress(phase);
  }
  expect(told).toMatchObject([
    { phase: 'loading', percent: 5, at: '2026-02-01T09:00:00.000Z', expiresAt: 1_770_022_800 },
    { phase: 'matching', at: '2026-02-01T09:00:01.100Z' },
    { phase: 'explaining', at: '2026-02-01T09:00:06.100Z' },
  ]);
});
