/** One side of the problem; index is the person. */
export interface Side {
  /** How many pairs each person may get, at least 1. */
  readonly places: Int32Array;
  /** 1: a pair for this person counts as a person with a first pair; 0: has one already. */
  readonly first: Uint8Array;
  /**
   * Seeded hash of each person: which of equal pairs are looked at first. Of equally good choices it and the order of
   * the people decide: in an order by seed, so does the seed.
   */
  readonly tie: Uint32Array;
}

/**
 * Juniors and seniors, the points of each pair that may be, and how many pairs each may get. The matrix is never
 * held: a row is computed when it is asked for, so a forbidden pair costs nothing and 10,000 × 3,000 fits anywhere.
 */
export interface Problem {
  readonly juniors: Side;
  readonly seniors: Side;
  /** Writes the points of this junior with every senior, whole and ≥ 0; −1: this pair can never be chosen. */
  row(junior: number, into: Int32Array): void;
  /** The same of a single pair. With it, most of a row need not be computed when only a few prices have changed. */
  points?(junior: number, senior: number): number;
  /** No pair has more points. */
  readonly mostPoints: number;
  /** Pairs that are in the result whatever they cost: allowed, each once, within the places of both. */
  readonly pins: readonly (readonly [junior: number, senior: number])[];
  /** Pairs of the result that this one replaces: of equally good choices, one that keeps most of them. */
  readonly kept?: readonly (readonly [junior: number, senior: number])[];
}
