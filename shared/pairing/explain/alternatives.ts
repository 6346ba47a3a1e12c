import type { Prepared } from '../prepare.ts';
import type { Objective } from '../run.ts';
import { costAtLeast, type Solution } from '../solver/solve.ts';

/** Somebody's next best partner, by number, and what a pair of the two would cost the whole. */
export interface Alternative {
  readonly other: number;
  readonly atLeast: Objective;
}

/**
 * Finds everybody's next best partner: of the pairs that are no worse than the worst one chosen, the one that costs
 * least as far as prices tell; only if there is none, the best of those that would become the worst pair.
 */
export interface Alternatives {
  /** To be called once for each junior, with the points of all pairs; −1 for those that are chosen. */
  visit(junior: number, points: Int32Array): void;
  ofJunior(junior: number): Alternative | undefined;
  ofSenior(senior: number): Alternative | undefined;
}

/** The price of somebody whose places are all pinned: there is no other partner for them. */
const pinnedDown = Number.POSITIVE_INFINITY;

/** The best seen so far for each person of a side, and its points. */
const bestOf = (people: number) => ({
  value: new Float64Array(people).fill(Number.NEGATIVE_INFINITY),
  points: new Int32Array(people),
  other: new Int32Array(people).fill(-1),
});
type Best = ReturnType<typeof bestOf>;

function offer(best: Best, person: number, other: number, points: number, value: number): void {
  if (value <= (best.value[person] ?? 0)) return;
  best.value[person] = value;
  best.points[person] = points;
  best.other[person] = other;
}

export function alternativesOf({ pool }: Prepared, solution: Solution): Alternatives {
  const seniors = pool.seniors.length;
  const { floor } = solution;
  const { juniors: priceOfJunior, seniors: priceOfSenior } = solution.certificates.price;
  const { point } = solution.scale;
  const near = { juniors: bestOf(pool.juniors.length), seniors: bestOf(seniors) };
  const low = { juniors: bestOf(pool.juniors.length), seniors: bestOf(seniors) };
  const nearest = near.seniors.value;

  return {
    visit(junior, points) {
      const own = priceOfJunior[junior] ?? 0;
      if (own === pinnedDown) return;
      let best = Number.NEGATIVE_INFINITY;
      for (let senior = 0; senior < seniors; senior++) {
        const each = points[senior] ?? -1;
        if (each < floor) {
          if (each < 0 || priceOfSenior[senior] === pinnedDown) continue;
          offer(low.juniors, junior, senior, each, each);
          offer(low.seniors, senior, junior, each, each);
          continue;
        }
        const gain = each * point;
        const left = gain - (priceOfSenior[senior] ?? 0);
        if (left > best) {
          best = left;
          offer(near.juniors, junior, senior, each, left);
        }
        if (gain - own > (nearest[senior] ?? 0)) offer(near.seniors, senior, junior, each, gain - own);
      }
    },
    ofJunior: (junior) =>
      found(near.juniors, low.juniors, junior, (senior, points) => costAtLeast(solution, junior, senior, points)),
    ofSenior: (senior) =>
      priceOfSenior[senior] === pinnedDown
        ? undefined
        : found(near.seniors, low.seniors, senior, (junior, points) => costAtLeast(solution, junior, senior, points)),
  };
}

function found(near: Best, low: Best, person: number, cost: (other: number, points: number) => Objective) {
  for (const { other, points } of [near, low]) {
    const at = other[person] ?? -1;
    if (at >= 0) return { other: at, atLeast: cost(at, points[person] ?? 0) };
  }
  return undefined;
}
