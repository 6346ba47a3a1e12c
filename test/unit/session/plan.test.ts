import { describe, expect, it } from 'vitest';
import { SessionCancelled } from '../../../events/session-cancelled.ts';
import { SessionPlanned } from '../../../events/session-planned.ts';
import type { CalendarEntry } from '../../../shared/session/entry.ts';
import { type Plan, planSession, wrongPlan } from '../../../shared/session/plan.ts';
import { cohortId, noon, pairId, session, storedPair as stored } from '../../support/programme.ts';

const [april, may] = ['2026-04-01', '2026-05-06'];
const [morning, evening] = ['2026-04-01T07:00:00.000Z', '2026-05-06T16:00:00.000Z'];
const entry: CalendarEntry = { number: 2, sequence: 3, startsAt: morning, minutes: 60, state: 'set' };
const planned = { pair: stored({ nextSession: april, entry }), planned: session(april) };

function plan(known: Partial<Parameters<typeof planSession>[0]>, what: Plan, at = noon) {
  const decision = planSession({ pair: stored(), next: undefined, planned: undefined, ...known }, what, at);
  if ('refused' in decision) return decision;
  const of = (noun: string) => decision.changes.filter((each) => each.noun === noun).map((each) => each.after);
  return { sessions: of('session'), pair: of('pair')[0], says: decision.says };
}
const about = (number: number, sequence: number, startsAt: string) => ({
  ...{ pairId, cohortId, minutes: 60 },
  ...{ entry: number, sequence, startsAt },
});

describe('planning a meeting', () => {
  it('keeps a day without an hour, and tells no calendar', () => {
    expect(plan({}, { date: april })).toMatchObject({
      sessions: [{ date: april, state: 'planned' }],
      pair: { nextSession: april },
      says: [],
    });
  });

  it('makes an entry where the hour is known', () => {
    expect(plan({}, { date: april, startsAt: morning })).toMatchObject({
      pair: { nextSession: april, entry: { number: 1, sequence: 0, startsAt: morning, state: 'set' } },
      says: [SessionPlanned(about(1, 0, morning))],
    });
  });

  it('moves the same entry to another day, with a higher sequence', () => {
    expect(plan(planned, { date: may, startsAt: evening })).toMatchObject({
      sessions: [
        { date: april, state: 'moved' },
        { date: may, state: 'planned' },
      ],
      pair: { nextSession: may, entry: { ...entry, sequence: 4, startsAt: evening } },
      says: [SessionPlanned(about(2, 4, evening))],
    });
  });

  it('takes the entry away where the new day has no hour', () => {
    expect(plan(planned, { date: may })).toMatchObject({
      pair: { nextSession: may, entry: { ...entry, sequence: 4, state: 'cancelled' } },
      says: [SessionCancelled(about(2, 4, morning))],
    });
  });

  it('keeps the hour where the same day is told again without one', () => {
    expect(plan(planned, { date: april })).toEqual({ refused: 'known' });
    expect(plan(planned, { date: april, startsAt: morning })).toEqual({ refused: 'known' });
  });

  it('cancels once', () => {
    const off = plan(planned, 'none');
    expect(off).toMatchObject({
      sessions: [{ date: april, state: 'cancelled' }],
      says: [SessionCancelled(about(2, 4, morning))],
    });
    expect(off).not.toHaveProperty('pair.nextSession');
    expect(plan({ pair: stored({ entry: { ...entry, state: 'cancelled' } }) }, 'none')).toHaveProperty('refused');
  });

  it.each([
    ['one that was cancelled', { ...entry, state: 'cancelled' as const }],
    ['one that has been', { ...entry, startsAt: '2026-02-01T07:00:00.000Z' }],
  ])('makes another entry after %s', (_which, before) => {
    expect(plan({ pair: stored({ entry: before }) }, { date: may, startsAt: evening })).toMatchObject({
      pair: { entry: { number: 3, sequence: 0, startsAt: evening, state: 'set' } },
    });
  });

  it('takes a day again that was given up', () => {
    const again = plan({ ...planned, next: session(may, 'cancelled') }, { date: may });
    expect(again).toMatchObject({ sessions: [{ state: 'moved' }, { date: may, state: 'planned' }] });
  });

  it('refuses a pair that has ended', () => {
    expect(plan({ pair: stored({ state: 'exited' }) }, { date: april })).toHaveProperty('refused');
  });

  it('names what cannot be', () => {
    const days = { today: '2026-03-02', now: noon, next: undefined };
    expect(wrongPlan({ date: april, startsAt: morning }, days)).toBe(false);
    expect(wrongPlan({ date: '2026-03-01' }, days)).toBe(true);
    expect(wrongPlan({ date: '2026-03-02', startsAt: noon }, days)).toBe(true);
    expect(wrongPlan({ date: april }, { ...days, next: session(april, 'logged') })).toBe(true);
  });
});
