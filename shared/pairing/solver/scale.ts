import type { Problem } from './problem.ts';

/**
 * The objective as one whole number: a person weighs more than all points together, a point more than all pairs
 * together, and a pair 1, or 2 if it is to be kept. Everything stays below 2^53, so floating-point numbers add exactly.
 */
export interface Scale {
  /** One point. */
  readonly point: number;
  /** One person with a first pair. */
  readonly person: number;
  /** No pair gains more. */
  readonly mostGain: number;
}

/** A price is a sum of gains along one path: at most two persons' worth, and two prices meet in a reduced cost. */
const largestPerson = 2 ** 50;

export function scaleOf({ juniors, seniors, mostPoints, kept = [] }: Problem): Scale {
  const pairs = Math.max(1, Math.min(pairsOf(juniors.places, seniors), pairsOf(seniors.places, juniors)));
  const pair = kept.length > 0 ? 2 : 1;
  const point = pairs * pair + 1;
  const mostGain = mostPoints * point + pair;
  const person = pairs * mostGain + 1;
  if (person <= largestPerson) return { point, person, mostGain };
  throw new RangeError(`${pairs} pairs of up to ${mostPoints} points cannot be added exactly`);
}

const pairsOf = (places: Int32Array, others: Problem['juniors']) =>
  places.reduce((sum, each) => sum + Math.min(each, others.places.length), 0);

/** What a pair is worth, without the people whom it gives a first pair. */
export const gainOf = ({ point }: Scale, points: number): number => points * point + 1;

/** The same of a pair that is to be kept. */
export const keptGainOf = (scale: Scale, points: number): number => gainOf(scale, points) + 1;
