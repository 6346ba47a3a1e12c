import type { Cover, SideName } from './coverage.ts';
import type { Scale } from './scale.ts';

/** What choosing this pair would cost at least, as one number (`Scale`); for a chosen pair ≤ 0. */
export type Reduced = (junior: number, senior: number, points: number) => number;

/** Each proves one level of the objective by itself; `verify` checks them. */
export interface Certificates {
  /** Of each side: how many first people get a pair beside the pins, and why not one more. */
  readonly people: Readonly<Record<SideName, { readonly number: number; readonly cover: Cover }>> | undefined;
  /** Why not as many with points above the worst. Absent where a pin is the worst, or nobody needs a pair. */
  readonly worst: { readonly side: SideName; readonly cover: Cover } | undefined;
  /** By person: the value of a place. No choice is worth more than these prices say (linear programming duality). */
  readonly price: { readonly juniors: Float64Array; readonly seniors: Float64Array };
}

export interface Solution {
  /** Pins included, in order. */
  readonly pairs: readonly (readonly [junior: number, senior: number])[];
  readonly objective: { readonly people: number; readonly worst: number; readonly total: number };
  /** Pairs with fewer points were not considered. */
  readonly floor: number;
  readonly reduced: Reduced;
  isChosen(junior: number, senior: number): boolean;
  readonly certificates: Certificates;
  readonly scale: Scale;
}

/** People who would lose their first pair, points of the worst pair, points of all pairs. */
export interface Cost {
  readonly people: number;
  readonly worst: number;
  readonly total: number;
}

/**
 * What it would cost the whole at least, level by level, if this pair were in the result: 0 for a chosen one. Read like
 * the objective: what follows a level that is not 0 is not said. A pair with somebody whose places are all pinned
 * cannot be in a result; for it the answer is 0, which says nothing.
 */
export function costAtLeast(solution: Solution, junior: number, senior: number, points: number): Cost {
  const { certificates, floor, scale } = solution;
  const reduced = solution.reduced(junior, senior, points);
  if (reduced === Number.POSITIVE_INFINITY || solution.isChosen(junior, senior)) return none;
  let people = 0;
  if (certificates.people) {
    const { juniors, seniors } = certificates.people;
    // A place within that goes to somebody who counts anyway is one place less for those outside.
    if (juniors.cover.within[senior] === 1 && juniors.cover.outside[junior] === 0) people++;
    if (seniors.cover.within[junior] === 1 && seniors.cover.outside[senior] === 0) people++;
  }
  const persons = Math.max(0, Math.floor(reduced / scale.person));
  if (floor === 0) people = Math.max(people, persons);
  if (people > 0) return { ...none, people };
  if (points < floor) return { ...none, worst: floor - points };
  // A person less, or else a pair below the floor for them: at least the second.
  if (persons > 0) return { ...none, worst: 1 };
  return { ...none, total: Math.max(0, Math.floor(reduced / scale.point)) };
}

const none: Cost = { people: 0, worst: 0, total: 0 };
