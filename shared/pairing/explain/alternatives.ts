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
  /** To be called after that, likewise, for each junior of whom `isWanting` says so. */
  visitAgain(junior: number, points: Int32Array): void;
  /** Whether this junior, or any senior who is paired, has no other partner yet: one may be below the worst pair. */
  isWanting(junior: number): boolean;
  ofJunior(junior: number): Alternative | undefined;
  ofSenior(senior: number): Alternative | undefined;
}

/** The price of somebody whose places are all pinned: there is no other partner for them. */
const pinnedDown = Number.POSITIVE_INFINITY;
/** What a pair is worth that does not come into question: no prices make up for it. */
const hopeless = -(2 ** 60);

/** The best seen so far for each person of a side, and its points. */
const bestOf = (people: number) => ({
  value: new Float64Array(people).fill(hopeless / 2),
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

export function alternativesOf({ pool, problem }: Prepared, solution: Solution): Alternatives {
  const seniors = pool.seniors.length;
  const { floor } = solution;
  const { juniors: priceOfJunior, seniors: priceOfSenior } = solution.certificates.price;
  const { point } = solution.scale;
  const near = { juniors: bestOf(pool.juniors.length), seniors: bestOf(seniors) };
  const low = { juniors: bestOf(pool.juniors.length), seniors: bestOf(seniors) };
  const gains = Float64Array.from({ length: problem.mostPoints + 2 }, (_, at) =>
    at - 1 < floor || at === 0 ? hopeless : (at - 1) * point,
  );
  const lacks = (best: Best, price: Float64Array, person: number) =>
    best.other[person] === -1 && price[person] !== pinnedDown;
  let wanting: readonly number[] | undefined;
  const wantingSeniors = () => {
    wanting ??= [...new Set(solution.pairs.map(([, senior]) => senior))].filter((senior) =>
      lacks(near.seniors, priceOfSenior, senior),
    );
    return wanting;
  };

  return {
    visit(junior, points) {
      const own = priceOfJunior[junior] ?? 0;
      if (own === pinnedDown) return;
      let best = hopeless / 2;
      let at = -1;
      // One entry for each number of points instead of a branch: which pairs are allowed looks random, and a processor
      // guesses wrong every other time.
      const [gainOf, prices, nearest] = [gains, priceOfSenior, near.seniors.value];
      for (let senior = 0; senior < points.length; senior++) {
        const gain = gainOf[(points[senior] ?? -1) + 1] ?? 0;
        const left = gain - (prices[senior] ?? 0);
        if (left > best) {
          best = left;
          at = senior;
        }
        if (gain - own > (nearest[senior] ?? 0)) offer(near.seniors, senior, junior, points[senior] ?? 0, gain - own);
      }
      if (at >= 0) offer(near.juniors, junior, at, points[at] ?? 0, best);
    },
    isWanting: (junior) =>
      priceOfJunior[junior] !== pinnedDown && (near.juniors.other[junior] === -1 || wantingSeniors().length > 0),
    visitAgain(junior, points) {
      if (lacks(near.juniors, priceOfJunior, junior)) {
        for (let senior = 0; senior < seniors; senior++) {
          const each = points[senior] ?? -1;
          if (each >= 0 && priceOfSenior[senior] !== pinnedDown) offer(low.juniors, junior, senior, each, each);
        }
      }
      for (const senior of wantingSeniors()) {
        const each = points[senior] ?? -1;
        if (each >= 0) offer(low.seniors, senior, junior, each, each);
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
