import type { Core } from './core.ts';
import type { People } from './people.ts';
import { widerCore } from './wider.ts';

/**
 * Why no more people of one side can have a first pair: all pairs of those who are `outside` lead to people `within`
 * the other side, so that at most everybody else and all places within can count (König; Hall). By junior's and
 * senior's index.
 */
export interface Cover {
  readonly outside: Uint8Array;
  readonly within: Uint8Array;
}
export type SideName = 'juniors' | 'seniors';

/**
 * Most first people of one side, each with one pair, within the places of the other side, over pairs with at least
 * `floor` points. By the symmetric supply–demand theorem (Fulkerson; Mendelsohn and Dulmage for matchings) both sides'
 * numbers can be reached at once, so each side is counted apart.
 *
 * Breadth-first search for augmenting paths along the juniors' rows: from juniors without a pair to seniors with a free
 * place; or, where seniors are counted, backwards from juniors with a free place to seniors without a pair. The pairs
 * of the core are searched first, whole rows only for what they leave.
 */
export function coverage(people: People, side: SideName, promising: Core, eachRow: () => void) {
  const { juniors, seniors, places, first } = people;
  const ofJuniors = side === 'juniors';
  /** Juniors counted: by junior, their senior. Seniors counted: by senior, their junior. −1: nobody. */
  const mate = new Int32Array(ofJuniors ? juniors : seniors).fill(-1);
  /** How many of the other side's places are taken. */
  const taken = new Int32Array(ofJuniors ? seniors : juniors);
  let count = 0;
  /** The pairs that are searched first. */
  const cores = [promising];

  const parent = new Int32Array(seniors);
  /** By junior: the senior through which they were reached; −1: a root; −2: not reached. */
  const through = new Int32Array(juniors);
  const rootOf = new Int32Array(juniors);
  const done = new Uint8Array(juniors);
  const queue = new Int32Array(juniors);
  /** Seniors not reached yet, the most points with which somebody reached could have reached them, and who. */
  const waiting = new Int32Array(seniors);
  const reach = new Int32Array(seniors);
  const reachBy = new Int32Array(seniors);
  const begin = new Int32Array(seniors + 1);
  const mates = new Int32Array(juniors);
  let [head, tail, open, found] = [0, 0, 0, 0];

  const free = (other: number) => (taken[other] ?? 0) < (places[ofJuniors ? juniors + other : other] ?? 0);
  const counts = (senior: number) => first[juniors + senior] === 1;

  function start(): void {
    through.fill(-2);
    done.fill(0);
    reach.fill(-1);
    [head, tail, open, found] = [0, 0, 0, 0];
    for (let junior = 0; junior < juniors; junior++) {
      if (!(ofJuniors ? first[junior] === 1 && mate[junior] === -1 : free(junior))) continue;
      through[junior] = -1;
      rootOf[junior] = junior;
      queue[tail++] = junior;
    }
    for (let senior = 0; senior < seniors; senior++) if (ofJuniors || counts(senior)) waiting[open++] = senior;
    if (!ofJuniors) return;
    begin.fill(0);
    for (const senior of mate) if (senior >= 0) begin[senior + 1] = (begin[senior + 1] ?? 0) + 1;
    for (let senior = 0; senior < seniors; senior++)
      begin[senior + 1] = (begin[senior + 1] ?? 0) + (begin[senior] ?? 0);
    const next = begin.slice();
    for (let junior = 0; junior < juniors; junior++) {
      const senior = mate[junior] ?? -1;
      if (senior < 0) continue;
      const at = next[senior] ?? 0;
      next[senior] = at + 1;
      mates[at] = junior;
    }
  }

  function enqueue(junior: number, senior: number): void {
    if (through[junior] !== -2) return;
    through[junior] = senior;
    rootOf[junior] = rootOf[parent[senior] ?? 0] ?? 0;
    queue[tail++] = junior;
  }

  /** A senior is reached: the end of a path, or the way to the juniors who hold them. */
  function visit(senior: number, junior: number): void {
    parent[senior] = junior;
    if (ofJuniors ? free(senior) : mate[senior] === -1) augment(senior);
    else if (!ofJuniors) enqueue(mate[senior] ?? 0, senior);
    else for (let at = begin[senior] ?? 0; at < (begin[senior + 1] ?? 0); at++) enqueue(mates[at] ?? 0, senior);
  }

  function augment(end: number): void {
    const root = rootOf[parent[end] ?? 0] ?? 0;
    if (done[root] === 1) return;
    done[root] = 1;
    count++;
    found++;
    if (ofJuniors) taken[end] = (taken[end] ?? 0) + 1;
    else taken[root] = (taken[root] ?? 0) + 1;
    for (let senior = end; senior >= 0; ) {
      const junior = parent[senior] ?? 0;
      if (ofJuniors) mate[junior] = senior;
      else mate[senior] = junior;
      senior = through[junior] ?? -1;
    }
  }

  function scanCores(floor: number, pairs: readonly Core[], reached: Uint8Array): void {
    const least = floor * people.scale.point;
    while (head < tail) {
      const junior = queue[head++] ?? 0;
      for (const core of pairs) {
        const last = core.start[junior + 1] ?? 0;
        for (let at = core.start[junior] ?? 0; at < last && done[rootOf[junior] ?? 0] === 0; at++) {
          const pair = core.list[at] ?? 0;
          const senior = (core.senior[pair] ?? 0) - juniors;
          if (reached[senior] === 1 || (core.gain[pair] ?? 0) < least || !(ofJuniors || counts(senior))) continue;
          reached[senior] = 1;
          visit(senior, junior);
        }
      }
    }
  }

  function scanRows(floor: number): void {
    while (head < tail && open > 0) {
      const junior = queue[head++] ?? 0;
      if (done[rootOf[junior] ?? 0] === 1) continue;
      eachRow();
      const row = people.row(junior);
      let kept = 0;
      for (let i = 0; i < open; i++) {
        const senior = waiting[i] ?? 0;
        const points = row[senior] ?? 0;
        if (points >= floor) visit(senior, junior);
        else {
          waiting[kept++] = senior;
          if (points > (reach[senior] ?? 0)) {
            reach[senior] = points;
            reachBy[senior] = junior;
          }
        }
      }
      open = kept;
    }
  }

  /** Nobody reached can reach anybody else: those are the two sets. */
  function cover(): Cover {
    const waits = new Uint8Array(seniors);
    for (let i = 0; i < open; i++) waits[waiting[i] ?? 0] = 1;
    const reached = Uint8Array.from(through, (from) => (from === -2 ? 0 : 1));
    const not = (set: Uint8Array) => set.map((each) => 1 - each);
    return ofJuniors ? { outside: reached, within: not(waits) } : { outside: waits, within: not(reached) };
  }

  /** As many as these pairs allow. */
  function byCore(floor: number, pairs: readonly Core[] = cores): void {
    const reached = new Uint8Array(seniors);
    do {
      start();
      reached.fill(0);
      scanCores(floor, pairs, reached);
    } while (found > 0);
    let kept = 0;
    for (let i = 0; i < open; i++) if (reached[waiting[i] ?? 0] === 0) waiting[kept++] = waiting[i] ?? 0;
    open = kept;
  }

  return {
    count: () => count,
    /** Why it is no more than `byCore` has found, as far as its pairs are all that there are. */
    cover,
    clear(): void {
      mate.fill(-1);
      taken.fill(0);
      count = 0;
    },
    byCore,
    /** Takes many more pairs of those into the core who are left out, if they are few. */
    widen(): void {
      const left = [...mate.keys()].filter(
        (person) => mate[person] === -1 && first[ofJuniors ? person : juniors + person] === 1,
      );
      const wider = widerCore(people, side, left);
      if (wider) cores.push(wider);
    },
    /**
     * At least `wanted` people, if need be below the floor: at the greatest number of points at which so many can be
     * had. `cover` proves that they cannot be had above it (absent: nothing had to give way).
     */
    reaching(wanted: number, from: number): { floor: number; cover: Cover | undefined } {
      let floor = from;
      let proof: Cover | undefined;
      while (count < wanted) {
        byCore(floor);
        if (count >= wanted) break;
        start();
        scanRows(floor);
        while (found === 0) {
          let most = -1;
          for (let i = 0; i < open; i++) most = Math.max(most, reach[waiting[i] ?? 0] ?? -1);
          proof = cover();
          if (most < 0) return { floor: -1, cover: proof };
          floor = most;
          lower(floor);
          scanRows(floor);
        }
      }
      return { floor, cover: proof };
    },
  };

  /** Reaches everybody who can be reached now that the floor is lower. */
  function lower(floor: number): void {
    let kept = 0;
    for (let i = 0; i < open; i++) {
      const senior = waiting[i] ?? 0;
      if ((reach[senior] ?? -1) >= floor) visit(senior, reachBy[senior] ?? 0);
      else waiting[kept++] = senior;
    }
    open = kept;
  }
}
