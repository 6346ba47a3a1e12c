/*
 * The two loops that see every pair. They only sort out fours of seniors worth a closer look: four comparisons a turn
 * are twice as fast as one, and nine of ten fours end here.
 */

/** How many seniors a closer look is at. */
export const block = 4;

/**
 * Where in the row begin the blocks with a pair whose gain, ties aside, exceeds its senior's price by more than the
 * bar. Prices stand by node, the first senior's at `offset`.
 */
export function gaining(
  row: Int32Array,
  from: number,
  to: number,
  point: number,
  price: Float64Array,
  offset: number,
  bar: number,
  into: Int32Array,
): number {
  let count = 0;
  let s = from;
  for (; s + 3 < to; s += 4) {
    if (
      (row[s] ?? 0) * point - (price[offset + s] ?? 0) > bar ||
      (row[s + 1] ?? 0) * point - (price[offset + s + 1] ?? 0) > bar ||
      (row[s + 2] ?? 0) * point - (price[offset + s + 2] ?? 0) > bar ||
      (row[s + 3] ?? 0) * point - (price[offset + s + 3] ?? 0) > bar
    ) {
      into[count++] = s;
    }
  }
  if (s < to) into[count++] = s;
  return count;
}

/** Where in the row begin the blocks with more points than what is known of that senior. */
export function exceeding(row: Int32Array, known: Int32Array, into: Int32Array): number {
  let count = 0;
  let s = 0;
  const to = row.length;
  for (; s + 3 < to; s += 4) {
    if (
      (row[s] ?? 0) > (known[s] ?? 0) ||
      (row[s + 1] ?? 0) > (known[s + 1] ?? 0) ||
      (row[s + 2] ?? 0) > (known[s + 2] ?? 0) ||
      (row[s + 3] ?? 0) > (known[s + 3] ?? 0)
    ) {
      into[count++] = s;
    }
  }
  if (s < to) into[count++] = s;
  return count;
}

export function mostOf(row: Int32Array): number {
  let most = -1;
  let s = 0;
  // One after the other, not in pairs: a comparison that nearly always fails costs least.
  for (; s + 3 < row.length; s += 4) {
    if ((row[s] ?? 0) > most) most = row[s] ?? 0;
    if ((row[s + 1] ?? 0) > most) most = row[s + 1] ?? 0;
    if ((row[s + 2] ?? 0) > most) most = row[s + 2] ?? 0;
    if ((row[s + 3] ?? 0) > most) most = row[s + 3] ?? 0;
  }
  for (; s < row.length; s++) if ((row[s] ?? 0) > most) most = row[s] ?? 0;
  return most;
}
