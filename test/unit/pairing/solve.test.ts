import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chosen, type Problem, solve } from '../../../shared/pairing/solve.ts';

/** Every choice of pairs there is: people with a first pair, then points. */
function best(problem: Problem): { people: number; total: number } {
  const { juniors, seniors } = problem;
  const edges = juniors.flatMap((_, j) =>
    seniors.flatMap((__, s) => (problem.points(j, s) === undefined ? [] : [[j, s] as const])),
  );
  let found = { people: 0, total: 0 };
  const walk = (at: number, chosen: Chosen) => {
    const edge = edges[at];
    if (!edge) {
      const value = worthOf(problem, chosen);
      if (value.people > found.people || (value.people === found.people && value.total > found.total)) found = value;
      return;
    }
    walk(at + 1, chosen);
    const [j, s] = edge;
    const free = (places: number | undefined, taken: number) => (places ?? 0) > taken;
    if (
      free(juniors[j]?.places, chosen.filter(([one]) => one === j).length) &&
      free(seniors[s]?.places, chosen.filter(([, other]) => other === s).length)
    )
      walk(at + 1, [...chosen, edge]);
  };
  walk(0, []);
  return found;
}

function worthOf({ juniors, seniors, points }: Problem, chosen: Chosen) {
  const people =
    new Set(chosen.flatMap(([j]) => (juniors[j]?.first ? [j] : []))).size +
    new Set(chosen.flatMap(([, s]) => (seniors[s]?.first ? [s] : []))).size;
  return { people, total: chosen.reduce((sum, [j, s]) => sum + (points(j, s) ?? Number.NaN), 0) };
}

const side = (most: number) =>
  fc.array(fc.record({ places: fc.integer({ min: 1, max: 3 }), first: fc.boolean() }), { maxLength: most });
const cells = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined, freq: 2 }), {
  minLength: 25,
  maxLength: 25,
});
const problems = (most: number) =>
  fc
    .record({ juniors: side(most), seniors: side(most), cells })
    .map(({ cells: all, ...sides }): Problem => ({ ...sides, points: (j, s) => all[j * 5 + s] }));

const check = (problem: Problem) => {
  const chosen = solve(problem);
  expect(new Set(chosen.map(String)).size).toBe(chosen.length);
  for (const [index, { places }] of problem.juniors.entries())
    expect(chosen.filter(([j]) => j === index).length).toBeLessThanOrEqual(places);
  for (const [index, { places }] of problem.seniors.entries())
    expect(chosen.filter(([, s]) => s === index).length).toBeLessThanOrEqual(places);
  // A forbidden pair would make the total NaN.
  expect(worthOf(problem, chosen)).toEqual(best(problem));
};

describe('the choice of pairs', () => {
  it('is the best of all there are, with capacities on both sides and forbidden pairs', () => {
    fc.assert(fc.property(problems(3), check), { numRuns: 300, seed: 1 });
  });

  it('is the best of all there are, with five a side and one place each', () => {
    const single = problems(5).map(
      (problem): Problem => ({
        ...problem,
        juniors: problem.juniors.map((each) => ({ ...each, places: 1 })),
        seniors: problem.seniors.map((each) => ({ ...each, places: 1 })),
      }),
    );
    fc.assert(fc.property(single, check), { numRuns: 150, seed: 2 });
  });

  it('leaves nobody out for points: where greedy strands two people, both get a pair', () => {
    const one = { places: 1, first: true };
    const table = [
      [100, 1],
      [1, undefined],
    ];
    const chosen = solve({ juniors: [one, one], seniors: [one, one], points: (j, s) => table[j]?.[s] });
    expect([...chosen].sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('chooses nothing where everything is forbidden or a side is empty', () => {
    const one = { places: 1, first: true };
    expect(solve({ juniors: [one], seniors: [one], points: () => undefined })).toEqual([]);
    expect(solve({ juniors: [], seniors: [one], points: () => 1 })).toEqual([]);
  });
});
