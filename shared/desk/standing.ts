import { PairId, type PersonId } from '../../events/ids.ts';
import type { Visible } from '../pair/visible.ts';
import type { Run, RunResult } from '../pairing/run.ts';
import type { Participant } from '../participant/participant.ts';

export const standings = ['paired', 'waiting', 'waitlisted'] as const;
/** What follows from somebody's places and the runs, as far as HR may know. */
export type Standing = (typeof standings)[number];

/** A rule that stood in the way, and with how many people; without a number it is about the person. */
export interface Reason {
  readonly rule: string;
  readonly count?: number;
}

export interface Standings {
  /** Several where somebody has more than one place. */
  of(participant: Participant): readonly Standing[];
  /** Why somebody is on the waitlist, the commonest reason first. */
  why(personId: PersonId): readonly Reason[];
}

/** Shown first: beyond them it is no explanation any more. */
const mostReasons = 3;
/** So that a pair that came to nothing cannot be told from two who do not want to be one. */
const unavailable: readonly Reason[] = [{ rule: 'please-not' }];

/** The run whose outcome was the last to become visible: whoever it left over is on the waitlist. */
export const lastSettled = (runs: readonly Run[]): Run | undefined =>
  runs
    .filter(({ settledAt }) => settledAt !== undefined)
    .toSorted((a, b) => (a.settledAt ?? '').localeCompare(b.settledAt ?? ''))
    .at(-1);

/** `settled`: that run, with what it found. A run of which HR may not see the outcome yet has no part in it. */
export function standingsIn(
  visible: Visible,
  settled: { readonly run: Run; readonly result: RunResult } | undefined,
): Standings {
  const waiting = new Set(
    visible.pairs.filter(({ state }) => state === 'waiting').flatMap(({ junior, senior }) => [junior, senior]),
  );
  const left = settled ? leftBy(visible, settled) : new Map<PersonId, readonly Reason[]>();
  const isLeft = ({ state, personId, confirmedAt }: Participant): boolean =>
    state === 'confirmed' &&
    left.has(personId) &&
    settled !== undefined &&
    confirmedAt !== undefined &&
    confirmedAt <= settled.run.requestedAt;
  return {
    of(participant) {
      const now: Standing[] = [
        ...(paired(participant, visible) ? (['paired'] as const) : []),
        ...(waiting.has(participant.personId) ? (['waiting'] as const) : []),
      ];
      return now.length === 0 && isLeft(participant) ? ['waitlisted'] : now;
    },
    why: (personId) => left.get(personId) ?? [],
  };
}

function leftBy(
  { pairs }: Visible,
  { run, result }: { readonly run: Run; readonly result: RunResult },
): Map<PersonId, readonly Reason[]> {
  const left = new Map<PersonId, readonly Reason[]>();
  for (const { person, rule } of result.refused) left.set(person, [{ rule }]);
  for (const { person, reasons } of result.unmatched) {
    const counted = Object.entries(reasons).map(([rule, count]) => ({ rule, count }));
    left.set(person, counted.sort((a, b) => b.count - a.count).slice(0, mostReasons));
  }
  const mine = pairs.filter(({ runId }) => runId === run.runId);
  for (const { junior, senior } of mine) left.set(junior, unavailable).set(senior, unavailable);
  // Who got a partner from it was not left over, even if that pair has ended since.
  for (const { junior, senior, state } of mine) {
    if (state === 'not-formed') continue;
    left.delete(junior);
    left.delete(senior);
  }
  return left;
}

/** Has a partner, as far as HR may know. */
export const paired = ({ slots }: Participant, visible: Visible): boolean =>
  Object.keys(slots).some((pairId) => visible.of({ pairId: PairId.parse(pairId) }));
