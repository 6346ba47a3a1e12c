import { describe, expect, it } from 'vitest';
import { type PairId, PersonId, RunId } from '../../../events/ids.ts';
import { Rules } from '../../../shared/cohort/cohort.ts';
import { lastSettled, standingsIn } from '../../../shared/desk/standing.ts';
import type { Pair } from '../../../shared/pair/pair.ts';
import { visibleToHr } from '../../../shared/pair/visible.ts';
import type { Run, RunResult } from '../../../shared/pairing/run.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { cohortId, pair as couple, junior, participant, senior } from '../../support/programme.ts';

const requestedAt = '2026-02-01T09:00:00.000Z';
const run = (more: Partial<Run> = {}): Run => ({
  schema: 1,
  version: 1,
  cohortId,
  runId: RunId.parse('run_00000001'),
  state: 'approved',
  rules: Rules.parse({ weights: {} }),
  seed: 1,
  requestedAt,
  pages: 0,
  ...more,
});
const settled = run({ settledAt: '2026-02-20T08:00:00.000Z' });

const pair = (more: Partial<Pair> = {}): Pair => {
  const { formedAt: _formedAt, ...rest } = couple();
  return { ...rest, schema: 1, version: 1, runId: settled.runId, state: 'proposed', ...more };
};
const formed = { state: 'formed', formedAt: '2026-02-10T08:00:00.000Z' } as const;
const person = (role: 'junior' | 'senior', more: Partial<Participant> = {}): Participant => ({
  ...participant(role, { slots: {}, confirmedAt: '2026-01-25T08:00:00.000Z' }),
  schema: 1,
  version: 1,
  ...more,
});
const result = (more: Partial<RunResult> = {}): RunResult => ({ pairs: [], unmatched: [], refused: [], ...more });
const other = PersonId.parse('per_00000009');
const left: RunResult = result({
  unmatched: [{ person: junior, reasons: { topic: 2, taken: 7, hours: 1, language: 4 } }],
});

function standing(pairs: readonly Pair[], runs: readonly Run[], found: RunResult, one = person('junior')) {
  const last = lastSettled(runs);
  const standings = standingsIn(visibleToHr(pairs, runs), last && { run: last, result: found });
  return { is: standings.of(one), why: standings.why(one.personId) };
}

describe('where somebody stands', () => {
  it('is on the waitlist, with the commonest reasons, once the run that left them over is settled', () => {
    expect(standing([], [run()], left)).toEqual({ is: [], why: [] });
    expect(standing([], [settled], left)).toEqual({
      is: ['waitlisted'],
      why: [
        { rule: 'taken', count: 7 },
        { rule: 'language', count: 4 },
        { rule: 'topic', count: 2 },
      ],
    });
  });

  it('is waiting until the run is settled, whatever has been answered', () => {
    for (const each of [pair(), pair({ state: 'accepted-by-junior' }), pair(formed), pair({ state: 'not-formed' })]) {
      const slots = each.formedAt ? { [each.pairId]: 'held' as const } : {};
      expect(standing([each], [run()], result(), person('junior', { slots }))).toEqual({ is: ['waiting'], why: [] });
    }
  });

  it('is on the waitlist as not available together where the pair came to nothing, for both alike', () => {
    for (const role of ['junior', 'senior'] as const) {
      expect(standing([pair({ state: 'not-formed' })], [settled], result(), person(role))).toEqual({
        is: ['waitlisted'],
        why: [{ rule: 'please-not' }],
      });
    }
  });

  it('has a partner, and may wait for another', () => {
    const slots = { [pair().pairId]: 'held' } as const;
    expect(standing([pair(formed)], [settled], result(), person('junior', { slots })).is).toEqual(['paired']);
    const more = pair({
      pairId: `pair_${'0'.repeat(24)}` as PairId,
      runId: RunId.parse('run_00000002'),
      senior: other,
    });
    const asking = run({ runId: more.runId });
    expect(standing([pair(formed), more], [settled, asking], result(), person('junior', { slots })).is).toEqual([
      'paired',
      'waiting',
    ]);
  });

  it.each([
    ['whose pair has ended since', person('junior'), [pair({ ...formed, state: 'exited' })]],
    ['who confirmed after the run had begun', person('junior', { confirmedAt: '2026-02-02T08:00:00.000Z' }), []],
    ['who has left', person('junior', { state: 'left' }), []],
    ['whom the run did not know', person('senior'), []],
  ])('is nothing of that for somebody %s', (_, one, pairs) => {
    expect(standing(pairs, [settled], left, one).is).toEqual([]);
  });

  it('tells of facts that were missing', () => {
    const refused = result({ refused: [{ person: senior, rule: 'manager-unknown' }] });
    expect(standing([], [settled], refused, person('senior'))).toEqual({
      is: ['waitlisted'],
      why: [{ rule: 'manager-unknown' }],
    });
  });
});
