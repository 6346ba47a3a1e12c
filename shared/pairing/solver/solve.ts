import { relist, survey } from './candidates.ts';
import { type Core, drop } from './core.ts';
import { coarse, exact, promising } from './exact.ts';
import { withKept } from './kept.ts';
import { levelsOf } from './levels.ts';
import type { Visit } from './overlooked.ts';
import { type People, peopleOf } from './people.ts';
import type { Problem } from './problem.ts';
import { progress } from './progress.ts';
import { gainOf } from './scale.ts';
import type { Reduced, Solution } from './solution.ts';
import { wholeCore } from './whole.ts';

export { costAtLeast, type Solution } from './solution.ts';

export interface Options {
  /** `total`: most people with a pair, then most points, however bad the worst pair. */
  readonly objective?: 'lexicographic' | 'total';
  /** How much is done, from 0 to 1. */
  onProgress?(done: number): void;
  /**
   * Called before each pass over all pairs, with the reduced costs of that pass; what it returns sees the rows. Only
   * the last pass sees all of them, with the final prices. The row is lent for the call; pinned pairs are −1 in it.
   */
  onPass?(reduced: Reduced): Visit;
  /** With how many candidates of each junior to begin; absent: as many as pay off. The result is the same. */
  readonly candidates?: number;
}

/**
 * The best simple b-matching, in this order: most first people with a pair, best worst pair, most points, most pairs,
 * most kept ones.
 * Pins are in whatever they cost. Exact on whole numbers, and the same for the same problem.
 */
export function solve(
  problem: Problem,
  { objective = 'lexicographic', onProgress, onPass, candidates }: Options = {},
): Solution {
  const people = peopleOf(problem);
  const { juniors, seniors } = people;
  const steps = progress(juniors, onProgress);
  const pins = pinned(problem);

  const { held, price, levels, floor, known } = begin();
  const reduced: Reduced = (junior, senior, points) =>
    (price[junior] ?? 0) + (price[juniors + senior] ?? 0) - gainOf(people.scale, points);
  const eachPass = () => {
    steps.next();
    return onPass?.(reduced);
  };
  const core = exact(people, held, price, floor, known, eachPass, steps.row);
  onProgress?.(1);

  const chosen = [...choiceOf(people, core), ...pins];
  drop(core);
  const inChoice = new Set(chosen.map(({ junior, senior }) => junior * seniors + senior));
  chosen.sort((a, b) => a.junior - b.junior || a.senior - b.senior);
  return {
    pairs: chosen.map(({ junior, senior }) => [junior, senior] as const),
    objective: {
      people: covered(problem, chosen),
      worst: chosen.reduce((least, { points }) => Math.min(least, points), chosen[0]?.points ?? 0),
      total: chosen.reduce((sum, { points }) => sum + points, 0),
    },
    floor,
    reduced,
    isChosen: (junior, senior) => inChoice.has(junior * seniors + senior),
    certificates: {
      people: levels?.people,
      worst: levels?.worst,
      price: { juniors: price.slice(0, juniors), seniors: price.slice(juniors) },
    },
    scale: people.scale,
  };

  /** Everything until the exact search, so that nothing but a core and prices is left of it: there is no room for more. */
  function begin() {
    steps.next();
    const each = Math.min(seniors, candidates ?? (juniors > manyJuniors ? candidatesOfMany : candidatesEach));
    const found = survey(people, each, people.scale.mostGain / coarse, steps.row);
    const { price, lists } = found;
    const few = candidates === undefined && juniors * seniors <= fewPairs;
    const cap = pins.reduce((least, { points }) => Math.min(least, points), Number.POSITIVE_INFINITY);
    const levels = objective === 'total' ? undefined : firstLevels();
    const floor = levels?.floor ?? 0;
    const whole = few ? wholeCore(people, floor) : undefined;
    if (!whole) {
      steps.next();
      relist(people, lists, price, floor, steps.row);
    }
    const core = withKept(people, whole ?? promising(people, lists, found, floor), problem.kept, floor);
    const known = whole ? undefined : { rest: lists.rest, price: price.slice() };
    return { held: { core }, price, levels, floor, known };

    function firstLevels() {
      const all = (few && wholeCore(people, 0)) || promising(people, lists, found, 0);
      const levels = levelsOf(people, all, found.best, cap, () => {});
      drop(all);
      return levels;
    }
  }
}

const candidatesEach = 16;
/** The lists of so many would fill the memory: shorter ones cost a pass or two more. */
const [manyJuniors, candidatesOfMany] = [50_000, 8];
/** Up to so many pairs there is nothing to gain from a core of promising ones. */
const fewPairs = 300 * 300;

interface Chosen {
  readonly junior: number;
  readonly senior: number;
  readonly points: number;
}

function pinned(problem: Problem): Chosen[] {
  const buffer = new Int32Array(problem.seniors.places.length);
  return problem.pins.map(([junior, senior]) => {
    problem.row(junior, buffer);
    return { junior, senior, points: buffer[senior] ?? -1 };
  });
}

function choiceOf({ juniors, scale }: People, { junior, senior, gain, start, degree, list }: Core): Chosen[] {
  const chosen: Chosen[] = [];
  for (let node = 0; node < juniors; node++) {
    const from = start[node] ?? 0;
    for (let at = from; at < from + (degree[node] ?? 0); at++) {
      const pair = list[at] ?? 0;
      const points = Math.floor((gain[pair] ?? 0) / scale.point);
      chosen.push({ junior: junior[pair] ?? 0, senior: (senior[pair] ?? 0) - juniors, points });
    }
  }
  return chosen;
}

function covered({ juniors, seniors }: Problem, chosen: readonly Chosen[]): number {
  const paired = (side: Uint8Array, people: readonly number[]) =>
    new Set(people.filter((person) => side[person] === 1)).size;
  return (
    paired(
      juniors.first,
      chosen.map(({ junior }) => junior),
    ) +
    paired(
      seniors.first,
      chosen.map(({ senior }) => senior),
    )
  );
}
