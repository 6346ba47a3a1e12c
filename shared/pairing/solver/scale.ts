import type { Problem } from './problem.ts';

/**
 * The objective as one whole number: a person weighs more than all points together, a point more than all ties
 * together. Everything stays below 2^53, so floating-point numbers add exactly.
 */
export interface Scale {
  /** One point. */
  readonly point: number;
  /** One person with a first pair. */
  readonly person: number;
  /** How far a tie hash is shifted down; a tie is at least 1 and at most `mostTie`. */
  readonly tieShift: number;
  readonly mostTie: number;
  /** No pair gains more. */
  readonly mostGain: number;
}

/** A price is a sum of gains along one path: at most two persons' worth, and two prices meet in a reduced cost. */
const largestPerson = 2 ** 50;

export function scaleOf({ juniors, seniors, mostPoints }: Problem): Scale {
  const pairs = Math.max(1, Math.min(pairsOf(juniors.places, seniors), pairsOf(seniors.places, juniors)));
  for (let bits = 14; bits >= 1; bits--) {
    const mostTie = 2 ** bits;
    const point = pairs * mostTie + 1;
    const mostGain = mostPoints * point + mostTie;
    const person = pairs * mostGain + 1;
    if (person <= largestPerson) return { point, person, tieShift: 32 - bits, mostTie, mostGain };
  }
  throw new RangeError(`${pairs} pairs of up to ${mostPoints} points cannot be added exactly`);
}

const pairsOf = (places: Int32Array, others: Problem['juniors']) =>
  places.reduce((sum, each) => sum + Math.min(each, others.places.length), 0);

/** The tie of a pair, from the hashes of both: who they are decides, not where they stand in a list. */
export function tieOf(junior: number, senior: number, tieShift: number): number {
  let hash = Math.imul(junior ^ ((senior << 16) | (senior >>> 16)), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (Math.imul(hash, 0xc2b2ae35) >>> tieShift) + 1;
}
