/** How far the seniors' prices have fallen since a snapshot, deepest first. */
export function fallsSince(before: Float64Array, price: Float64Array, from: number) {
  const seniors = price.length - from;
  const change = new Float64Array(seniors);
  const order = new Int32Array(seniors);
  let count = 0;
  for (let s = 0; s < seniors; s++) {
    const now = (price[from + s] ?? 0) - (before[from + s] ?? 0);
    if (!(now < 0)) continue;
    change[s] = now;
    order[count++] = s;
  }
  const deepest = order.subarray(0, count).sort((a, b) => (change[a] ?? 0) - (change[b] ?? 0));
  return {
    deepest,
    /** How many have fallen by more than this (≤ 0: all, whether fallen or not, are in question). */
    below(bound: number): number {
      if (!(bound >= 0)) return seniors;
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (-(change[deepest[middle] ?? 0] ?? 0) > bound) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
