import type { People } from './people.ts';

/**
 * The few pairs among which the best choice is looked for: each junior's and each senior's most promising ones. Every
 * person has a list of their pairs, the chosen ones in front.
 */
export interface Core {
  readonly size: number;
  /** By pair, ordered by junior: both nodes, and the gain. */
  readonly junior: Int32Array;
  readonly senior: Int32Array;
  readonly gain: Float64Array;
  /** By node: where the list begins (one more at the end), and how many of it are chosen. */
  readonly start: Int32Array;
  readonly degree: Int32Array;
  readonly list: Int32Array;
}

/** Pairs on their way into a core. */
export interface Pairs {
  size: number;
  junior: Int32Array;
  senior: Int32Array;
  gain: Float64Array;
}

export const noPairs = (room: number): Pairs => ({
  size: 0,
  junior: new Int32Array(room),
  senior: new Int32Array(room),
  gain: new Float64Array(room),
});

export function addPair(pairs: Pairs, junior: number, senior: number, gain: number): void {
  if (pairs.size === pairs.junior.length) {
    const room = 2 * pairs.size + 16;
    const { junior: juniors, senior: seniors, gain: gains } = pairs;
    pairs.junior = new Int32Array(room);
    pairs.junior.set(juniors);
    pairs.senior = new Int32Array(room);
    pairs.senior.set(seniors);
    pairs.gain = new Float64Array(room);
    pairs.gain.set(gains);
  }
  pairs.junior[pairs.size] = junior;
  pairs.senior[pairs.size] = senior;
  pairs.gain[pairs.size] = gain;
  pairs.size++;
}

/** A core of these pairs, which are let go, none of them chosen. A pair that comes twice is in it once. */
export function coreFrom(people: People, pairs: Pairs): Core {
  const core = coreOf(people, pairs);
  letGo(pairs.junior, pairs.senior, pairs.gain);
  return core;
}

function coreOf(people: People, pairs: Pairs): Core {
  const nodes = people.juniors + people.seniors;
  const order = byJunior(pairs, people.juniors);
  let size = 0;
  const junior = new Int32Array(pairs.size);
  const senior = new Int32Array(pairs.size);
  const gain = new Float64Array(pairs.size);
  /** By senior's node: the last junior with whom they are in already. */
  const last = new Int32Array(nodes).fill(-1);
  for (let i = 0; i < pairs.size; i++) {
    const pair = order[i] ?? 0;
    const j = pairs.junior[pair] ?? 0;
    const s = pairs.senior[pair] ?? 0;
    if (last[s] === j) continue;
    last[s] = j;
    junior[size] = j;
    senior[size] = s;
    gain[size] = pairs.gain[pair] ?? 0;
    size++;
  }
  const start = new Int32Array(nodes + 1);
  for (let pair = 0; pair < size; pair++) {
    const j = junior[pair] ?? 0;
    const s = senior[pair] ?? 0;
    start[j + 1] = (start[j + 1] ?? 0) + 1;
    start[s + 1] = (start[s + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice();
  const list = new Int32Array(2 * size);
  for (let pair = 0; pair < size; pair++) {
    const j = junior[pair] ?? 0;
    const s = senior[pair] ?? 0;
    const atJunior = next[j] ?? 0;
    const atSenior = next[s] ?? 0;
    next[j] = atJunior + 1;
    next[s] = atSenior + 1;
    list[atJunior] = pair;
    list[atSenior] = pair;
  }
  letGo(order, next);
  return { size, junior, senior, gain, start, degree: new Int32Array(nodes), list };
}

/** The pairs in the order of their juniors (a counting sort, which keeps the order of each junior's). */
function byJunior({ size, junior }: Pairs, juniors: number): Int32Array {
  const next = new Int32Array(juniors + 1);
  for (let pair = 0; pair < size; pair++) {
    const at = (junior[pair] ?? 0) + 1;
    next[at] = (next[at] ?? 0) + 1;
  }
  for (let at = 1; at < juniors; at++) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const order = new Int32Array(size);
  for (let pair = 0; pair < size; pair++) {
    const of = junior[pair] ?? 0;
    const at = next[of] ?? 0;
    next[of] = at + 1;
    order[at] = pair;
  }
  return order;
}

/** Where a pair stands in the list of one of its two, looked for among the chosen or among the others: lists are short. */
function placeOf({ start, degree, list }: Core, node: number, pair: number, chosen: boolean): number {
  const border = (start[node] ?? 0) + (degree[node] ?? 0);
  const last = chosen ? border : (start[node + 1] ?? 0);
  for (let at = chosen ? (start[node] ?? 0) : border; at < last; at++) if (list[at] === pair) return at;
  return -1;
}

export const isChosen = (core: Core, pair: number): boolean => placeOf(core, core.junior[pair] ?? 0, pair, true) >= 0;

/** Takes a pair into the choice, or out of it. */
export function turn(core: Core, pair: number): void {
  const chosen = isChosen(core, pair);
  shift(core, core.junior[pair] ?? 0, pair, chosen);
  shift(core, core.senior[pair] ?? 0, pair, chosen);
}

function shift(core: Core, node: number, pair: number, out: boolean): void {
  const { start, degree, list } = core;
  const count = degree[node] ?? 0;
  const border = (start[node] ?? 0) + (out ? count - 1 : count);
  const at = placeOf(core, node, pair, out);
  list[at] = list[border] ?? 0;
  list[border] = pair;
  degree[node] = out ? count - 1 : count + 1;
}

/** A core in the hands of one owner, who lets go of it while a greater one is made: there is no room for many. */
export interface Held {
  core: Core;
}

/** The same choice among these pairs too. */
export function extend(people: People, held: Held, more: Pairs): void {
  const { all, chosen } = emptied(held, more);
  const grown = coreOf(people, all);
  // A junior's old pairs stand in front of the new ones, in the same order.
  let to = 0;
  for (let i = 0; i < chosen.length; i++) {
    const pair = chosen[i] ?? 0;
    while (grown.junior[to] !== all.junior[pair] || grown.senior[to] !== all.senior[pair]) to++;
    turn(grown, to);
  }
  letGo(all.junior, all.senior, all.gain);
  held.core = grown;
}

/** The pairs of the core and more, and the numbers of the chosen ones; what held them is free. */
function emptied(held: Held, more: Pairs): { all: Pairs; chosen: Int32Array } {
  const { core } = held;
  const { size, junior, senior, gain } = core;
  const all = noPairs(size + more.size);
  all.junior.set(junior.subarray(0, size));
  all.senior.set(senior.subarray(0, size));
  all.gain.set(gain.subarray(0, size));
  all.junior.set(more.junior.subarray(0, more.size), size);
  all.senior.set(more.senior.subarray(0, more.size), size);
  all.gain.set(more.gain.subarray(0, more.size), size);
  all.size = size + more.size;
  const chosen: number[] = [];
  for (let pair = 0; pair < size; pair++) if (isChosen(core, pair)) chosen.push(pair);
  held.core = nothing;
  drop(core);
  return { all, chosen: Int32Array.from(chosen) };
}

/** A core that nobody asks any more. */
export const drop = ({ junior, senior, gain, start, degree, list }: Core): void =>
  letGo(junior, senior, gain, start, degree, list);

/**
 * Gives the memory back at once. These arrays are the largest things that a run makes, and the engine, which sees only
 * small objects that lead to them, would wait with several generations of them before it looks.
 */
function letGo(...arrays: readonly (Int32Array | Float64Array)[]): void {
  for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

const none = new Int32Array(0);
const nothing: Core = {
  size: 0,
  junior: none,
  senior: none,
  gain: new Float64Array(0),
  start: none,
  degree: none,
  list: none,
};
