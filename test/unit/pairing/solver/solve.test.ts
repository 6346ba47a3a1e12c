import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costAtLeast, solve } from '../../../../shared/pairing/solver/solve.ts';
import { verify } from '../../../../shared/pairing/solver/verify.ts';
import { byTrying } from './by-trying.ts';
import { byMunkres } from './munkres-oracle.ts';
import { fitting, person, problemOf, type Written } from './problems.ts';

const people = (most: number, least = 0) =>
  fc.array(
    fc.record({
      places: fc.integer({ min: 1, max: 3 }),
      first: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
      tie: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    }),
    { minLength: least, maxLength: most },
  );

/** From so many to so many people a side; so few kinds of points that many choices are equally good, and many forbidden pairs. */
const written = (most: number, least = 0): fc.Arbitrary<Written> =>
  fc
    .record({ juniors: people(most, least), seniors: people(most, least), highest: fc.constantFrom(0, 1, 3, 100) })
    .chain(({ juniors, seniors, highest }) =>
      fc.record({
        juniors: fc.constant(juniors),
        seniors: fc.constant(seniors),
        points: fc.array(
          fc.array(fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: highest })), {
            minLength: seniors.length,
            maxLength: seniors.length,
          }),
          { minLength: juniors.length, maxLength: juniors.length },
        ),
      }),
    );

const pinned = (most: number, least = 0) =>
  fc
    .tuple(written(most, least), fc.array(fc.tuple(fc.nat(most), fc.nat(most)), { maxLength: 3 }))
    .map(([each, wishes]): Written => ({ ...each, pins: fitting(each, wishes) }));

const objectiveOf = ({ objective: { people, worst, total } }: ReturnType<typeof solve>) => [people, worst, total];

describe('the best choice of pairs', () => {
  it('is that of trying every choice, with a proof of each level', () => {
    fc.assert(
      fc.property(fc.oneof(pinned(7), pinned(7, 5)), fc.constantFrom(undefined, 1, 2), (each, candidates) => {
        const problem = problemOf(each);
        const solution = solve(problem, candidates === undefined ? {} : { candidates });
        expect(objectiveOf(solution)).toEqual(byTrying(each));
        expect(verify(problem, solution)).toEqual([]);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('has the total of an independent solver', () => {
    fc.assert(
      fc.property(written(30), (each) => {
        const problem = problemOf(each);
        const solution = solve(problem, { objective: 'total', candidates: 2 });
        expect(solution.objective).toMatchObject(byMunkres(each));
        expect(verify(problem, solution)).toEqual([]);
      }),
      { seed: 4, numRuns: 12 },
    );
  });

  it('does not depend on the candidates it begins with', () => {
    fc.assert(
      fc.property(written(40), fc.integer({ min: 1, max: 5 }), (each, candidates) => {
        const problem = problemOf(each);
        const solution = solve(problem, { candidates });
        expect(solution.objective).toEqual(solve(problem).objective);
        expect(verify(problem, solution)).toEqual([]);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('keeps the pairs of an earlier choice wherever it is as good, and gives nothing up for that', () => {
    fc.assert(
      fc.property(written(20), fc.nat(1000), (each, order) => {
        const problem = problemOf(each);
        const mixed = { ...each, seniors: each.seniors.map((one, at) => ({ ...one, tie: one.tie ^ (order * at) })) };
        const earlier = solve(problemOf(mixed), { candidates: 2 });
        const kept = { ...problem, kept: earlier.pairs };
        const solution = solve(kept, { candidates: 1 });
        expect(solution.objective).toEqual(solve(problem).objective);
        expect(solution.pairs).toEqual(earlier.pairs);
        expect(verify(kept, solution)).toEqual([]);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('pairs two people whom greedy choice, or a score of 0 for what is forbidden, leaves without a pair', () => {
    const points = [
      [90, 80],
      [85, -1],
    ];
    const each = { points, juniors: [person(), person()], seniors: [person(), person()] };
    const greedy = [[0, 0]];
    expect(points[0]?.[0]).toBeGreaterThan(Math.max(points[0]?.[1] ?? 0, points[1]?.[0] ?? 0));
    expect(solve(problemOf(each)).pairs).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(solve(problemOf(each)).objective).toEqual({ people: 4, worst: 80, total: 165 });
    // With a score of 0 for the forbidden pair the best total is 190: the greedy pair and the forbidden one, dropped.
    const zero = problemOf({
      ...each,
      points: [
        [190, 80],
        [85, 0],
      ],
    });
    expect(solve(zero, { objective: 'total' }).pairs[0]).toEqual(greedy[0]);
    const real = solve(
      problemOf({
        ...each,
        points: [
          [190, 80],
          [85, -1],
        ],
      }),
    );
    expect(real.objective).toEqual({ people: 4, worst: 80, total: 165 });
  });

  it('prefers a better worst pair to more points', () => {
    const each = { juniors: [person(), person()], seniors: [person(), person()] };
    const points = [
      [100, 40],
      [41, 10],
    ];
    expect(solve(problemOf({ ...each, points })).objective).toEqual({ people: 4, worst: 40, total: 81 });
    expect(solve(problemOf({ ...each, points }), { objective: 'total' }).objective.total).toBe(110);
  });

  it('is the same each time, however many choices are equally good', () => {
    const each = {
      points: Array.from({ length: 40 }, (_, j) =>
        Array.from({ length: 40 }, (__, s) => ((j * 7 + s * 11) % 5 > 2 ? 1 : 0)),
      ),
      juniors: Array.from({ length: 40 }, (_, j) => person(1, true, Math.imul(j + 1, 0x9e3779b1) >>> 0)),
      seniors: Array.from({ length: 40 }, (_, s) => person(1, true, Math.imul(s + 1, 0x85ebca6b) >>> 0)),
    };
    const once = () => {
      const { pairs, certificates } = solve(problemOf(each), { candidates: 3 });
      return JSON.stringify([pairs, [...certificates.price.juniors], [...certificates.price.seniors]]);
    };
    expect(once()).toBe(once());
  });

  it('shows every row in the last look at all pairs, with the prices that stay', () => {
    const each = {
      points: [
        [9, 8, -1],
        [9, 2, 1],
        [7, 3, 3],
      ],
      juniors: [person(2), person(), person()],
      seniors: [person(), person(), person()],
      pins: [[0, 1]] as const,
    };
    let seen: number[][] = [];
    const { reduced } = solve(problemOf(each), {
      candidates: 1,
      onPass(at) {
        seen = [];
        return (junior, row) =>
          seen.push([...row].map((points, senior) => (points < 0 ? -1 : at(junior, senior, points))));
      },
    });
    expect(seen).toEqual(
      each.points.map((row, junior) =>
        row.map((points, senior) =>
          points < 0 || (junior === 0 && senior === 1) ? -1 : reduced(junior, senior, points),
        ),
      ),
    );
  });

  it('tells how far it is, up to the whole', () => {
    const told: number[] = [];
    const each = { points: Array.from({ length: 200 }, () => [1, 2]), seniors: [person(), person()] };
    solve(problemOf({ ...each, juniors: each.points.map(() => person()) }), { onProgress: (done) => told.push(done) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });
});

describe('the cost of another pair', () => {
  it('is never more than what forcing that pair costs, and 0 for a chosen one', () => {
    fc.assert(
      fc.property(pinned(5), (each) => {
        const solution = solve(problemOf(each));
        const best = objectiveOf(solution);
        for (const [j, row] of each.points.entries()) {
          for (const [s, points] of row.entries()) {
            const isPin = each.pins?.some(([a, b]) => a === j && b === s);
            const forced = isPin ? undefined : byTrying({ ...each, pins: [...(each.pins ?? []), [j, s]] });
            if (points < 0 || !forced) continue;
            const { people: persons, worst, total } = costAtLeast(solution, j, s, points);
            const bound = [persons, worst, total];
            const loss = best.map((level, at) => level - (forced[at] ?? 0));
            const at = [bound, loss].map((levels) => levels.findIndex((level) => level !== 0) + 1 || 4);
            const first = Math.min(...at) - 1;
            expect(bound[first] ?? 0).toBeLessThanOrEqual(loss[first] ?? 0);
            if (solution.pairs.some(([a, b]) => a === j && b === s)) expect(bound).toEqual([0, 0, 0]);
          }
        }
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});
