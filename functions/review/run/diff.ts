import type { PersonId } from '../../../events/ids.ts';
import type { RunResult } from '../../../shared/pairing/run.ts';

type Pair = RunResult['pairs'][number];
/** Two people as one name, the junior first. */
export const nameOf = ({ junior, senior }: Pick<Pair, 'junior' | 'senior'>): string => `${junior}.${senior}`;

export interface Diff {
  /** Names of pairs that were not there before. */
  readonly fresh: ReadonlySet<string>;
  /** Pairs that are no longer there. */
  readonly gone: readonly Pair[];
  /** People who have a partner now and had none, and the other way round. */
  readonly gained: readonly PersonId[];
  readonly lost: readonly PersonId[];
}

/** What a run changes against the one before it. */
export function diffOf(before: RunResult, now: RunResult): Diff {
  const [old, made] = [before, now].map(({ pairs }) => new Set(pairs.map(nameOf)));
  const [oldPeople, people] = [before, now].map(
    ({ pairs }) => new Set(pairs.flatMap(({ junior, senior }) => [junior, senior])),
  );
  return {
    fresh: new Set([...(made ?? [])].filter((name) => !old?.has(name))),
    gone: before.pairs.filter((pair) => !made?.has(nameOf(pair))),
    gained: [...(people ?? [])].filter((person) => !oldPeople?.has(person)),
    lost: [...(oldPeople ?? [])].filter((person) => !people?.has(person)),
  };
}

export const sameResult = ({ fresh, gone, gained, lost }: Diff): boolean =>
  fresh.size + gone.length + gained.length + lost.length === 0;
