import { describe, expect, it } from 'vitest';
import { logSession, type Told, wrongIn } from '../../../shared/session/log.ts';
import { noon, session, storedPair as stored } from '../../support/programme.ts';

const told = (more: Partial<Told> = {}): Told => ({ date: '2026-03-02', minutes: 60, movedBy: 'nobody', ...more });
const nothing = { session: undefined, next: undefined, planned: undefined };

function log(known: Partial<Parameters<typeof logSession>[0]>, what: Told, role: 'junior' | 'senior' = 'junior') {
  const decision = logSession({ pair: stored(), ...nothing, ...known }, role, what, noon);
  if ('refused' in decision) throw new Error(decision.refused);
  const of = (noun: string) => decision.changes.filter((each) => each.noun === noun).map((each) => each.after);
  return { sessions: of('session'), pairs: of('pair'), says: decision.says };
}

describe('logging a session', () => {
  it('logs the date, counts it for the pair and says it once', () => {
    const { sessions, pairs, says } = log({}, told());
    expect(sessions).toEqual([
      expect.objectContaining({
        state: 'logged',
        date: '2026-03-02',
        logs: { junior: { minutes: 60, movedBy: 'nobody', at: noon } },
      }),
    ]);
    expect(pairs).toEqual([expect.objectContaining({ state: 'active', sessions: 1, lastSession: '2026-03-02' })]);
    expect(says).toHaveLength(1);
  });

  it('takes the other side’s log of the same date as its view and says nothing', () => {
    const first = {
      ...session('2026-03-02', 'logged'),
      logs: { junior: { minutes: 60, movedBy: 'me' as const, at: noon } },
    };
    const { sessions, pairs, says } = log(
      { session: first, pair: stored({ sessions: 1, state: 'active' }) },
      told({ minutes: 45 }),
      'senior',
    );
    expect(sessions[0]?.logs).toEqual({
      junior: first.logs.junior,
      senior: { minutes: 45, movedBy: 'nobody', at: noon },
    });
    expect(pairs).toEqual([]);
    expect(says).toEqual([]);
  });

  it('plans the next date', () => {
    const { sessions, pairs } = log({}, told({ next: '2026-04-01' }));
    expect(sessions).toContainEqual(expect.objectContaining({ date: '2026-04-01', state: 'planned' }));
    expect(pairs[0]?.nextSession).toBe('2026-04-01');
  });

  it('logs a planned session under its own key', () => {
    const planned = session('2026-03-02', 'planned');
    const { sessions, pairs, says } = log(
      { session: planned, planned, pair: stored({ nextSession: '2026-03-02' }) },
      told(),
    );
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.state).toBe('logged');
    expect(pairs[0]?.nextSession).toBeUndefined();
    expect(says).toHaveLength(1);
  });

  it('marks a plan that was given up as moved', () => {
    const planned = session('2026-03-09', 'planned');
    const { sessions } = log({ planned, pair: stored({ nextSession: '2026-03-09' }) }, told({ next: '2026-03-16' }));
    expect(sessions.map(({ date, state }) => [date, state])).toEqual([
      ['2026-03-02', 'logged'],
      ['2026-03-09', 'moved'],
      ['2026-03-16', 'planned'],
    ]);
  });

  it('keeps a plan that is still ahead', () => {
    const planned = session('2026-03-30', 'planned');
    const { sessions, pairs } = log({ planned, pair: stored({ nextSession: '2026-03-30' }) }, told());
    expect(sessions).toHaveLength(1);
    expect(pairs[0]?.nextSession).toBe('2026-03-30');
  });

  it('keeps the later of two dates as the last session', () => {
    const { pairs } = log(
      { pair: stored({ sessions: 1, lastSession: '2026-03-01', state: 'active' }) },
      told({ date: '2026-02-25' }),
    );
    expect(pairs[0]).toMatchObject({ sessions: 2, lastSession: '2026-03-01' });
  });

  it('refuses a pair that has ended', () => {
    expect(logSession({ pair: stored({ state: 'exited' }), ...nothing }, 'junior', told(), noon)).toHaveProperty(
      'refused',
    );
  });

  it('names what cannot be', () => {
    const days = { today: '2026-03-02', formed: '2026-02-20' };
    expect(wrongIn(told(), days)).toEqual([]);
    expect(wrongIn(told({ date: '2026-03-03' }), days)).toEqual(['date']);
    expect(wrongIn(told({ date: '2026-02-19' }), days)).toEqual(['date']);
    expect(wrongIn(told({ minutes: 4 }), days)).toEqual(['minutes']);
    expect(wrongIn(told({ minutes: 601 }), days)).toEqual(['minutes']);
    expect(wrongIn(told({ minutes: Number.NaN }), days)).toEqual(['minutes']);
    expect(wrongIn(told({ date: '2026-02-25', next: '2026-03-01' }), days)).toEqual(['next']);
  });
});
