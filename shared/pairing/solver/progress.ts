/** How far the passes over all rows have come. Nobody knows how many there will be: each takes half of what is left. */
export function progress(rows: number, tell: ((done: number) => void) | undefined) {
  let [from, to] = [0, 0];
  return {
    next(): void {
      from = to;
      to += (1 - to) / 2;
    },
    row(row: number): void {
      if (row % 64 === 0) tell?.(from + ((to - from) * row) / rows);
    },
  };
}
