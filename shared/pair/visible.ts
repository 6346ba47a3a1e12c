import type { CheckInId, PairId, PersonId } from '../../events/ids.ts';
import { pairOf } from '../check-in/check-in.ts';
import type { Letter } from '../letter/letter.ts';
import type { Run } from '../pairing/run.ts';
import type { Pair } from './pair.ts';
import type { PairState } from './states.ts';

/** What HR may know of a pair. Before its run is settled that is the same whatever the two have answered. */
export interface VisiblePair
  extends Pick<
    Pair,
    | 'cohortId'
    | 'pairId'
    | 'junior'
    | 'senior'
    | 'runId'
    | 'points'
    | 'total'
    | 'sessions'
    | 'formedAt'
    | 'firstDates'
    | 'lastSession'
    | 'nextSession'
  > {
  readonly state: 'waiting' | Exclude<PairState, 'proposed' | 'accepted-by-junior'>;
}

type OfRun = Pick<Run, 'settledAt'> | undefined;

/** From here on the outcome of a run's pairs is visible: of all of them in the same moment. */
export const isSettled = (run: OfRun): boolean => run?.settledAt !== undefined;

/** The only way in which anything that HR opens may read a pair. `run`: the one that proposed it. */
export function visiblePair(pair: Pair, run: OfRun): VisiblePair {
  const { cohortId, pairId, junior, senior, runId, points, total } = pair;
  const always = { cohortId, pairId, junior, senior, runId, points, total, sessions: 0 };
  if (!isSettled(run)) return { ...always, state: 'waiting' };
  const { state, sessions, formedAt, firstDates, lastSession, nextSession } = pair;
  // A pair that was blocked or lost one of the two before it formed has come to nothing like any other.
  if (state === 'proposed' || state === 'accepted-by-junior' || formedAt === undefined) {
    return { ...always, state: 'not-formed' };
  }
  return {
    ...always,
    state,
    sessions,
    formedAt,
    ...(firstDates ? { firstDates } : {}),
    ...(lastSession ? { lastSession } : {}),
    ...(nextSession ? { nextSession } : {}),
  };
}

/** What HR may see of a cohort: every list, count and figure of the desk goes through this. */
export interface Visible {
  /** In the order in which they were given. */
  readonly pairs: readonly VisiblePair[];
  /** False for anything about a pair whose run is not settled: a check-in, a session, a task. */
  of(about: { readonly pairId?: PairId | undefined; readonly checkInId?: CheckInId | undefined }): boolean;
  /**
   * False for the letters of such pairs. Those that ask stay out of sight for ever: whether a senior was asked, or
   * somebody reminded, would tell a no from a silence.
   */
  letter(letter: Pick<Letter, 'kind' | 'to' | 'subject'>): boolean;
  /** False while somebody may be asked about a pair: that their mail fails would tell when they were written to. */
  mailOf(person: { readonly personId: PersonId }): boolean;
}

export function visibleToHr(
  pairs: readonly Pair[],
  runs: readonly (Pick<Run, 'settledAt'> & { readonly runId: string })[],
): Visible {
  const runOf = new Map(runs.map((run) => [run.runId, run]));
  const hidden = pairs.filter(({ runId }) => !isSettled(runOf.get(runId)));
  const pairIds = new Set<PairId>(hidden.map(({ pairId }) => pairId));
  const people = new Set<PersonId>(hidden.flatMap(({ junior, senior }) => [junior, senior]));
  const of: Visible['of'] = ({ pairId, checkInId }) => {
    const id = pairId ?? (checkInId && pairOf(checkInId));
    return id === undefined || !pairIds.has(id);
  };
  return {
    pairs: pairs.map((pair) => visiblePair(pair, runOf.get(pair.runId))),
    of,
    mailOf: ({ personId }) => !people.has(personId),
    letter({ kind, to, subject }) {
      if (kind.startsWith('consent-') || !of(subject)) return false;
      // This receipt names a pair only if there was one.
      return !(kind === 'leave-receipt' && 'personId' in to && people.has(to.personId));
    },
  };
}
