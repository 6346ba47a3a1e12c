import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import { type Pair, pairs } from '../pair/pair.ts';
import { openPair } from '../pair/states.ts';
import { unnumbered } from '../table/aggregate.ts';
import { type Change, type Commit, change } from '../table/commit.ts';
import { aheadOf, keepEntry } from './entry.ts';
import { type Session, sessionIdOf, sessionStates, sessions } from './session.ts';

/** When the two meet next: a day, and the hour if they know it. `none`: the meeting that was planned does not take place. */
export type Plan = { readonly date: LocalDate; readonly startsAt?: Instant | undefined } | 'none';

/** What is in the table before. */
export interface Known {
  readonly pair: Pair;
  /** The session of the told day. */
  readonly next: Session | undefined;
  /** The session that was planned until now. */
  readonly planned: Session | undefined;
}

/** A plan that cannot be: a day that is over or on which they have met, or an hour that is over. */
export const wrongPlan = (
  { date, startsAt }: Exclude<Plan, 'none'>,
  { today, now, next }: { today: LocalDate; now: Instant; next: Session | undefined },
): boolean => date < today || next?.state === 'logged' || (startsAt !== undefined && startsAt <= now);

/** Plans, moves or cancels the next meeting: the sessions, the pair's next date and its calendar entry in one commit. */
export function planSession(
  { pair, next, planned }: Known,
  plan: Plan,
  at: Instant,
): { changes: Change[]; says: NonNullable<Commit['says']> } | { refused: string } {
  if (!openPair(pair)) return { refused: 'the pair has ended' };
  if (plan === 'none' && pair.nextSession === undefined) return { refused: 'nothing is planned' };
  const { nextSession: _until, entry: before, ...rest } = unnumbered(pair);
  const date = plan === 'none' ? undefined : plan.date;
  const { entry, says } =
    plan === 'none' ? keepEntry(pair, undefined, at) : entryFor(pair, plan.date, plan.startsAt, at);
  if (date === pair.nextSession && entry === before) return { refused: 'known' };
  const after = { ...rest, ...(date === undefined ? {} : { nextSession: date }), ...(entry ? { entry } : {}) };
  return {
    changes: [change(pairs, pair, pair, after), ...plansAfter(pair, planned, next, { kept: date, made: date })],
    says,
  };
}

/** Whoever tells the same day once more without an hour takes nothing back. */
export function entryFor(pair: Pair, date: LocalDate, startsAt: Instant | undefined, at: Instant) {
  const same = date === pair.nextSession ? aheadOf(pair.entry, at)?.startsAt : undefined;
  return keepEntry(pair, startsAt ?? same, at);
}

/** The new plan is made; the one that was given up has moved, or is cancelled where there is no new one. */
export function plansAfter(
  { cohortId, pairId }: Pair,
  planned: Session | undefined,
  next: Session | undefined,
  { kept, made }: { kept: LocalDate | undefined; made: LocalDate | undefined },
): Change[] {
  const givenUp =
    planned && planned.date !== kept
      ? sessionStates.next(planned.state, kept === undefined ? 'cancel' : 'move')
      : undefined;
  const state = next ? sessionStates.next(next.state, 'plan') : 'planned';
  const ref = made && { cohortId, pairId, sessionId: sessionIdOf(pairId, made) };
  return [
    ...(planned && givenUp ? [change(sessions, planned, planned, { ...unnumbered(planned), state: givenUp })] : []),
    ...(ref && state
      ? [change(sessions, ref, next, next ? { ...unnumbered(next), state } : { ...ref, date: made, state, logs: {} })]
      : []),
  ];
}
