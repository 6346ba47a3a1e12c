import { describe, expect, it } from 'vitest';
import { type Solution, solve } from '../../../../shared/pairing/solver/solve.ts';
import { verify } from '../../../../shared/pairing/solver/verify.ts';
import { person, problemOf } from './problems.ts';

const points = [
  [50, 20, -1],
  [45, -1, -1],
  [30, 25, -1],
  [10, -1, -1],
];
const problem = problemOf({
  points,
  juniors: [person(2), person(), person(), person()],
  seniors: [person(2), person(2), person()],
});
const solution = solve(problem);
const { certificates } = solution;
const check = (changes: Partial<Solution>) => verify(problem, { ...solution, ...changes });

describe('the check of a solution', () => {
  it('finds nothing wrong with a proved one', () => {
    expect(verify(problem, solution)).toEqual([]);
    expect(solution.objective).toEqual({ people: 6, worst: 10, total: 100 });
  });

  it('finds pairs that are forbidden, or more than there are places', () => {
    expect(check({ pairs: [...solution.pairs, [3, 2]] })).toContain('a chosen pair is not allowed');
    expect(
      check({
        pairs: [
          [0, 0],
          [1, 0],
          [3, 0],
        ],
      }),
    ).toContain('seniors have more pairs than places');
    expect(check({ pairs: [...solution.pairs, ...solution.pairs] })).toContain('a pair is chosen twice');
    expect(verify({ ...problem, pins: [[0, 0]] }, solution)).toContain('a pin is missing');
  });

  it('finds that more people could have a pair', () => {
    const fewer = { ...solution.objective, people: 5 };
    expect(check({ pairs: solution.pairs.filter(([junior]) => junior !== 3), objective: fewer }).join()).toMatch(
      /people:/,
    );
    const { people } = certificates;
    if (!people) throw new Error('no certificate');
    const cover = { ...people.seniors.cover, outside: new Uint8Array([1, 1, 1]) };
    const wrong = { ...certificates, people: { ...people, seniors: { ...people.seniors, cover } } };
    expect(check({ certificates: wrong })).toContain('people: a pair leads out of the cover');
  });

  it('finds that a better worst pair is possible', () => {
    expect(check({ certificates: { ...certificates, worst: undefined } })).toContain(
      'worst: a better one may be possible',
    );
    const all = new Uint8Array(4).fill(1);
    const worst = { side: 'juniors', cover: { outside: all, within: new Uint8Array(3) } } as const;
    expect(check({ certificates: { ...certificates, worst } })).toContain(
      'worst: a pair above it leads out of the cover',
    );
  });

  it('finds that more points are possible', () => {
    const juniors = certificates.price.juniors.map((price, junior) => (junior === 1 ? price + 1 : price));
    const wrong = { ...certificates, price: { ...certificates.price, juniors } };
    expect(check({ certificates: wrong })).toContain('total: more may be possible');
    const total = solution.objective.total + 1;
    expect(check({ objective: { ...solution.objective, total } })).toContain('total: miscounted');
  });
});
