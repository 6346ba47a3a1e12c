import { describe, expect, it } from 'vitest';
import type { CheckInId, LetterId, PairId, RunId } from '../../../events/ids.ts';
import { type Pair, personOf } from '../../../shared/pair/pair.ts';
import { maySettle } from '../../../shared/pair/settle.ts';
import { type PairState, pairStates } from '../../../shared/pair/states.ts';
import { visiblePair, visibleToHr } from '../../../shared/pair/visible.ts';
import type { Run } from '../../../shared/pairing/run.ts';
import { cohort, cohortId, pair as sample } from '../../support/programme.ts';

const at = '2026-02-04T08:00:00.000Z';
const run: Run = {
  schema: 1,
  version: 3,
  cohortId,
  runId: 'run_0a1b2c3d4e5f' as RunId,
  state: 'approved',
  rules: cohort.rules,
  seed: 1,
  requestedAt: '2026-01-14T08:00:00.000Z',
  pages: 1,
  consentDueAt: at,
  proposedAt: '2026-01-14T09:00:00.000Z',
  dueAt: '2026-01-20T08:00:00.000Z',
};
const { dueAt: _dueAt, ...pastDeadline } = run;
const settled: Run = { ...pastDeadline, settledAt: at };
const question = { askedAt: at, closesAt: at, answer: 'yes' as const };
const formed: Pair = { ...sample({ state: 'active', sessions: 2, lastSession: '2026-01-30' }), schema: 1, version: 5 };
const { formedAt: _formedAt, ...never } = { ...formed, sessions: 0 };
const pending: Pair = { ...never, state: 'accepted-by-junior', consent: { junior: question, senior: question } };

describe('a run', () => {
  it.each([
    ['while a pair of it is open', run, [formed, pending], false],
    ['when all of its pairs have formed', run, [formed, { ...formed, state: 'exited' }], true],
    ['while some of its pairs are still to be proposed', { ...run, proposedAt: undefined }, [formed], false],
    ['at its deadline, whatever is open', pastDeadline, [pending], true],
    ['on a morning before it, if one has come to nothing', run, [{ ...never, state: 'blocked' }], false],
  ] as const)('is settled or not: %s', (_, one, pairs, settles) => {
    expect(maySettle(one, pairs)).toBe(settles);
  });
});

describe('what HR sees of a pair', () => {
  const states = Object.keys(pairStates.table) as PairState[];

  it('is the same in every state until its run is settled', () => {
    const seen = states.flatMap((state) =>
      [formed, never, pending].map((pair) => JSON.stringify(visiblePair({ ...pair, state }, run))),
    );
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain('"state":"waiting"');
    expect(visiblePair(formed, undefined).state).toBe('waiting');
  });

  it('tells afterwards what it came to, and nothing of how', () => {
    expect(visiblePair(formed, settled)).toMatchObject({ state: 'active', sessions: 2, lastSession: '2026-01-30' });
    const nothing = [pending, never, { ...never, state: 'blocked' as const }, { ...never, state: 'proposed' as const }];
    const seen = nothing.map((pair) => JSON.stringify(visiblePair(pair, settled)));
    expect(new Set(seen).size).toBe(1);
    expect(seen[0]).toContain('"state":"not-formed"');
    expect(seen[0]).not.toMatch(/consent|askedAt|version|dueAt|formedAt/);
  });
});

describe('what HR sees of the letters', () => {
  const other = 'pair_ffffffffffff' as PairId;
  const letter = (kind: 'introduction' | 'consent-junior' | 'pause-receipt' | 'leave-receipt', pairId?: PairId) => ({
    kind,
    letterId: 'let_00000000' as LetterId,
    to: { personId: personOf(formed, 'junior') },
    subject: pairId ? { pairId } : {},
  });

  it.each([
    ['an introduction, before', run, letter('introduction', formed.pairId), false],
    ['an introduction, afterwards', settled, letter('introduction', formed.pairId), true],
    ['an introduction of another pair', run, letter('introduction', other), true],
    ['a question, before', run, letter('consent-junior', formed.pairId), false],
    ['a question, afterwards', settled, letter('consent-junior', formed.pairId), false],
    ['the receipt of a pause', run, letter('pause-receipt'), true],
    ['the receipt of leaving, with or without a pair', run, letter('leave-receipt'), false],
  ] as const)('%s', (_, of, one, seen) => {
    expect(visibleToHr([formed], [of]).letter(one)).toBe(seen);
  });

  it('goes for check-ins and whatever else names the pair', () => {
    const checkInId = `${formed.pairId}.junior.month-01` as CheckInId;
    expect(visibleToHr([formed], [run]).of({ checkInId })).toBe(false);
    expect(visibleToHr([formed], [settled]).of({ checkInId })).toBe(true);
  });
});
