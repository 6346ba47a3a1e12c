import { describe, expect, it } from 'vitest';
import type { PairId, RunId } from '../../../events/ids.ts';
import type { PairState } from '../../../shared/pair/states.ts';
import { linksOf } from '../../../shared/pairing/links.ts';
import { personId } from './candidates.ts';

const [j, s] = [personId('j'), personId('s')];
const [runId, pairId] = ['run_00000001' as RunId, 'pair_00000001' as PairId];
const formedAt = '2026-02-10T09:00:00.000Z';
const asked = { runId, consentDueAt: '2026-02-20T09:00:00.000Z', settledAt: undefined };
const settled = { ...asked, settledAt: '2026-02-20T09:00:00.000Z' };
const of = (state: PairState, run: typeof asked | typeof settled = asked, formedAt?: string) => {
  const { links, together } = linksOf([{ pairId, runId, junior: j, senior: s, state, formedAt }], [run]);
  return { ofJunior: links.get(j), ofSenior: links.get(s), together };
};

describe('until a run is settled', () => {
  it.each(['proposed', 'accepted-by-junior', 'formed', 'active', 'not-formed', 'exited'] as const)(
    'a pair takes its places and looks like every other one: %s',
    (state) => {
      expect(of(state)).toEqual({
        ofJunior: { waiting: new Set([pairId]), together: [s], notTogether: [] },
        ofSenior: { waiting: new Set([pairId]), together: [j], notTogether: [] },
        together: [[j, s]],
      });
    },
  );
});

describe('once a run is settled', () => {
  it.each(['not-formed', 'blocked', 'exited'] as const)(
    'a pair that never formed is not available together, for both: %s',
    (state) => {
      expect(of(state, settled)).toEqual({
        ofJunior: { waiting: new Set(), together: [], notTogether: [s] },
        ofSenior: { waiting: new Set(), together: [], notTogether: [j] },
        together: [],
      });
    },
  );

  it('a pair that formed was a pair before, also after it has ended', () => {
    expect(of('formed', settled, formedAt)).toMatchObject({ ofJunior: { together: [s] }, together: [[j, s]] });
    for (const state of ['concluded', 'blocked', 'exited'] as const)
      expect(of(state, settled, formedAt)).toMatchObject({ ofJunior: { together: [s] }, together: [] });
  });
});
