/** Bounds of a range scan, as LevelDB names them. `limit` below zero means all. */
export interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

/** Keys are kept in sorted runs of at most this length: one long array gets slow to insert into at some 10,000 keys. */
const longestRun = 512;

/** A map whose keys can be scanned in order. Everything is synchronous: that is why it is here in LevelDB's place. */
export class SortedMap<V> {
  readonly #values = new Map<string, V>();
  #runs: string[][] = [[]];

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    if (!this.#values.has(key)) this.#insert(key);
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (!this.#values.delete(key)) return;
    const index = this.#runOf(key);
    const run = this.#runs[index] ?? [];
    run.splice(position(run, key, false), 1);
    if (run.length === 0 && this.#runs.length > 1) this.#runs.splice(index, 1);
  }

  clear(): void {
    this.#values.clear();
    this.#runs = [[]];
  }

  range({ gt, gte, lt, lte, reverse = false, limit = -1 }: Range): V[] {
    const most = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    const low = gt ?? gte ?? '';
    const high = lt ?? lte;
    const first = this.#runOf(low);
    const last = high === undefined ? this.#runs.length - 1 : this.#runOf(high);
    const found: V[] = [];
    for (let step = 0; step <= last - first && found.length < most; step += 1) {
      const run = this.#runs[reverse ? last - step : first + step] ?? [];
      const from = position(run, low, gt !== undefined);
      const to = high === undefined ? run.length : position(run, high, lt === undefined);
      const keys = run.slice(from, Math.max(from, to));
      for (const key of reverse ? keys.reverse() : keys) {
        const value = this.#values.get(key);
        if (value !== undefined && found.length < most) found.push(value);
      }
    }
    return found;
  }

  #insert(key: string): void {
    const index = this.#runOf(key);
    const run = this.#runs[index] ?? [];
    run.splice(position(run, key, false), 0, key);
    if (run.length > longestRun) this.#runs.splice(index + 1, 0, run.splice(longestRun / 2));
  }

  /** The first run that reaches `key`, or else the last. */
  #runOf(key: string): number {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#runs[middle]?.at(-1) ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The index of the first key that is not before `key` (`behind`: that is after it). */
function position(run: string[], key: string, behind: boolean): number {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = run[middle] ?? '';
    if (behind ? at <= key : at < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
