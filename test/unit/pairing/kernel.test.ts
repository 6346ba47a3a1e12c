import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, canonicalInput } from '../../../shared/pairing/input.ts';
import { kernelOf } from '../../../shared/pairing/kernel.ts';
import { type Pool, poolOf } from '../../../shared/pairing/pool.ts';
import { type HardRule, hardRules, judge } from '../../../shared/pairing/rules.ts';
import { never, wrong } from '../../../shared/pairing/tables/table.ts';
import { candidate, inputOf, rules } from './candidates.ts';
import { populations } from './populations.ts';

const sum = (points: object) => Object.values(points).reduce((total, each) => total + each, 0);
const mayGiveWay: readonly HardRule[] = ['level-gap', 'language', 'hours', 'topic'];

/** What the specification says of a pair, in the kernel's numbers. */
function specified({ broken, points, overlap }: ReturnType<typeof judge>, pool: Pool, [j, s]: [number, number]) {
  const [junior, senior] = [pool.juniors[j], pool.seniors[s]];
  if (!junior || !senior) throw new Error('no such pair');
  const rulesBroken = broken(junior, senior);
  const hopeless =
    rulesBroken.some((rule) => !mayGiveWay.includes(rule)) ||
    senior.hr.level - junior.hr.level < 1 ||
    (overlap(junior, senior) < 30 && rulesBroken.includes('hours'));
  return { broken: rulesBroken, hopeless, value: sum(points(junior, senior)) - wrong * rulesBroken.length };
}

describe('a row of the kernel', () => {
  it('says of every pair what the rules say, alone as in its row, and counts what each of them forbids', () => {
    fc.assert(
      fc.property(populations, ({ input: raw, rules: these }) => {
        const input = canonicalInput(raw);
        const pool = poolOf(input);
        const judgement = judge(input, pool, these);
        const kernel = kernelOf(pool, these);
        const [row, judged] = [new Int32Array(pool.seniors.length), new Int32Array(pool.seniors.length)];
        const everybody = { juniors: [...pool.juniors.keys()], seniors: [...pool.seniors.keys()] };
        const counted = new Map(kernel.counts(everybody).map((count) => [count.rule, count]));
        const perSenior = pool.seniors.map(() => new Map<HardRule, number>());
        for (const j of pool.juniors.keys()) {
          kernel.row(j, row);
          kernel.judged(j, judged);
          const perJunior = new Map<HardRule, number>();
          for (const s of pool.seniors.keys()) {
            const { broken, hopeless, value } = specified(judgement, pool, [j, s]);
            expect(row[s]).toBe(broken.length > 0 ? -1 : value);
            expect(kernel.points(j, s)).toBe(row[s]);
            if (hopeless) expect(judged[s]).toBeLessThan(never / 2);
            else expect([judged[s], broken.join()]).toEqual([value, broken.join()]);
            for (const rule of broken) {
              for (const counts of [perJunior, perSenior[s]]) counts?.set(rule, (counts.get(rule) ?? 0) + 1);
            }
          }
          for (const rule of hardRules) expect(counted.get(rule)?.juniors[j]).toBe(perJunior.get(rule) ?? 0);
        }
        for (const rule of hardRules) {
          expect([...(counted.get(rule)?.seniors ?? [])]).toEqual(perSenior.map((counts) => counts.get(rule) ?? 0));
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('knows more topics and languages than a machine word has bits', () => {
    const many = Array.from({ length: 100 }, (_, number) => `Topic ${number}`);
    const tongues = many.map((_, at) => `${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + at / 26)}`);
    const of = (name: string, role: Candidate['role'], at: number) =>
      ({ topics: [many[at] ?? ''], languages: [tongues[at] ?? ''], role, name }) as const;
    const made = [of('a', 'junior', 3), of('b', 'senior', 99), of('c', 'senior', 35), of('d', 'senior', 3)];
    const input = canonicalInput(inputOf(made.map(({ name, role, ...rest }) => candidate(name, role, rest))));
    const row = new Int32Array(3);
    kernelOf(poolOf(input), rules).row(0, row);
    expect([...row].map((points) => points >= 0)).toEqual([false, false, true]);
  });
});
