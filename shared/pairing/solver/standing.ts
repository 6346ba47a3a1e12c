import type { People } from './people.ts';

/** Who has too many pairs for their price, or too few, and what it costs to make it right. */
export interface Standing {
  readonly juniors: number;
  /** Whether a path begins here on which, from person to person, juniors or seniors gain a pair. */
  isRoot(node: number, degree: number, juniorsGain: boolean): boolean;
  /** What it costs to end a path here, with a pair more or a pair less than so many. */
  costToEnd(node: number, degree: number, more: boolean): number;
  /** What it costs a root to be right without any path. */
  costAlone(node: number, degree: number, juniorsGain: boolean): number;
}

export function standingOf({ juniors, places, first, scale }: People, price: Float64Array): Standing {
  /** The price down to which a person takes this pair, counted from 1. */
  const least = (node: number, pair: number) => (pair === 1 && first[node] === 1 ? -scale.person : 0);
  /** The price has to fall to where one pair more is welcome. */
  const costOfMore = (node: number, degree: number): number =>
    degree >= (places[node] ?? 0)
      ? Number.POSITIVE_INFINITY
      : Math.max(0, least(node, degree + 1) - (price[node] ?? 0));
  const costOfLess = (node: number, degree: number): number =>
    degree > (places[node] ?? 0) ? 0 : Math.max(0, (price[node] ?? 0) - least(node, degree));
  const tooMany = (node: number, degree: number) =>
    degree > (places[node] ?? 0) || (degree > 0 && (price[node] ?? 0) < least(node, degree));
  const tooFew = (node: number, degree: number) =>
    degree < (places[node] ?? 0) && (price[node] ?? 0) > least(node, degree + 1);
  return {
    juniors,
    isRoot: (node, degree, juniorsGain) =>
      node < juniors === juniorsGain ? tooFew(node, degree) : tooMany(node, degree),
    costToEnd: (node, degree, more) => (more ? costOfMore(node, degree) : costOfLess(node, degree)),
    costAlone: (node, degree, juniorsGain) =>
      node < juniors === juniorsGain ? costOfLess(node, degree + 1) : costOfMore(node, degree - 1),
  };
}
