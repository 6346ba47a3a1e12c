import type { Instant } from '../../events/define.ts';
import type { LocalDate, Role } from '../../events/ids.ts';
import { SessionLogged } from '../../events/session-logged.ts';
import type { Pair } from '../pair/pair.ts';
import { pairs } from '../pair/pair.ts';
import { openPair, pairStates } from '../pair/states.ts';
import { type Draft, unnumbered } from '../table/aggregate.ts';
import { type Change, type Commit, change } from '../table/commit.ts';
import { entryFor, plansAfter } from './plan.ts';
import { type Session, type SessionLog, sessionIdOf, sessionStates, sessions } from './session.ts';

/** What one side tells about one meeting. */
export interface Told {
  readonly date: LocalDate;
  readonly minutes: number;
  readonly movedBy: SessionLog['movedBy'];
  /** The next date, if the two have one. */
  readonly next?: LocalDate | undefined;
  /** When it begins, if they know that too. */
  readonly nextStart?: Instant | undefined;
}

/** What is in the table before. */
export interface Known {
  readonly pair: Pair;
  /** The session of the told date. */
  readonly session: Session | undefined;
  /** The session of the told next date. */
  readonly next: Session | undefined;
  /** The session that was planned until now. */
  readonly planned: Session | undefined;
}

export type WrongTold = 'date' | 'minutes' | 'next';

/** What cannot be: a meeting in the future or before the pair was formed, or a next date that is not ahead. */
export function wrongIn(
  { date, minutes, next, nextStart }: Told,
  { today, formed, now }: { today: LocalDate; formed: LocalDate; now?: Instant },
): WrongTold[] {
  return [
    ...(date > today || date < formed ? (['date'] as const) : []),
    ...(minutes < 5 || minutes > 600 || !Number.isInteger(minutes) ? (['minutes'] as const) : []),
    ...((next !== undefined && (next <= date || next < today)) || (now && nextStart && nextStart <= now)
      ? (['next'] as const)
      : []),
  ];
}

/** The dates whose sessions a decision wants to know. */
export const datesOf = (
  { date, next }: Told,
  pair: Pair,
): { date: LocalDate; next: LocalDate | undefined; planned: LocalDate | undefined } => ({
  date,
  next,
  planned: pair.nextSession,
});

/**
 * Logs a session: the session, the pair's counts and the next date in one commit. The first log of a date is said;
 * the other side's log of the same date adds its view and says nothing.
 */
export function logSession(
  known: Known,
  role: Role,
  told: Told,
  at: Instant,
): { changes: Change[]; says: NonNullable<Commit['says']> } | { refused: string } {
  const { pair, session } = known;
  if (!openPair(pair)) return { refused: 'the pair has ended' };
  const first = session?.state !== 'logged';
  const { cohortId, pairId } = pair;
  const sessionId = sessionIdOf(pairId, told.date);
  const view: SessionLog = { minutes: told.minutes, movedBy: told.movedBy, at };
  const logged: Draft<Session> = {
    cohortId,
    pairId,
    sessionId,
    date: told.date,
    state: session ? (sessionStates.next(session.state, 'log') ?? session.state) : 'logged',
    logs: { ...session?.logs, [role]: view },
  };
  const { after, says } = pairAfter(pair, told, first, at);
  return {
    changes: [
      change(sessions, { cohortId, pairId, sessionId }, session, logged),
      ...(after ? [change(pairs, pair, pair, after)] : []),
      ...plansAfter(pair, known.planned?.date === told.date ? undefined : known.planned, known.next, {
        // One that was not kept has become the meeting that took place.
        kept: (after ?? pair).nextSession ?? told.date,
        made: told.next,
      }),
    ],
    says: [...(first ? [SessionLogged({ sessionId, pairId, cohortId })] : []), ...says],
  };
}

function pairAfter(
  pair: Pair,
  { date, next, nextStart }: Told,
  first: boolean,
  at: Instant,
): { after: Draft<Pair> | undefined; says: NonNullable<Commit['says']> } {
  const { nextSession, entry: before, ...rest } = unnumbered(pair);
  // A plan that the meeting has overtaken is no plan any more.
  const stillAhead = nextSession !== undefined && nextSession > date ? nextSession : undefined;
  const plan = next ?? stillAhead;
  const { entry, says } = next === undefined ? { entry: before, says: [] } : entryFor(pair, next, nextStart, at);
  const ahead = { ...(plan === undefined ? {} : { nextSession: plan }), ...(entry ? { entry } : {}) };
  if (!first) return { after: plan === nextSession && entry === before ? undefined : { ...rest, ...ahead }, says };
  return {
    after: {
      ...rest,
      ...ahead,
      state: pairStates.next(pair.state, 'meet') ?? pair.state,
      sessions: pair.sessions + 1,
      lastSession: pair.lastSession !== undefined && pair.lastSession > date ? pair.lastSession : date,
    },
    says,
  };
}
