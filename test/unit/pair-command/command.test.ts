import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, files, junior, senior } from './files.ts';

const program = join(import.meta.dirname, '../../../infra/pair/pair.ts');

const pair = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; said: string[] }>((resolve) => {
    execFile(process.execPath, [program, ...args], (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said: said.trimEnd().split('\n') }),
    );
  });

const people = [
  junior('J1', { topics: 'AI|Sales' }),
  junior('J2', { topics: 'AI' }),
  junior('J3', { topics: 'Golf' }),
  junior('J4', { manager: 'gone' }),
  senior('S1', { topics: 'AI' }),
  senior('S2', { topics: 'Sales' }),
];

it.concurrent('prints the best pairs by employee id, and says why somebody has none', async () => {
  using at = files();
  const { code, out, said } = await pair('--people', at.write('people.csv', csv(...people)), '--json', '--verify');
  const result = JSON.parse(out);
  expect(said.join()).toContain('proved: nobody more can be paired');
  expect(code).toBe(0);
  expect(Object.keys(result)).toEqual(['pairs', 'unmatched', 'refused', 'objective', 'optimal', 'digest']);
  expect(result.pairs.map(({ junior, senior }: Record<string, string>) => [junior, senior]).sort()).toEqual([
    ['J1', 'S2'],
    ['J2', 'S1'],
  ]);
  expect(Object.keys(result.pairs[0])).toEqual(['junior', 'senior', 'points', 'total', 'alternative']);
  const first = result.pairs.find(({ junior }: Record<string, string>) => junior === 'J1');
  expect(first.alternative.junior).toEqual({ senior: 'S1', atLeast: expect.any(Object) });
  expect(result.unmatched).toMatchObject([{ person: 'J3', reasons: { topic: 2 } }]);
  expect(result.refused).toEqual([{ person: 'J4', rule: 'manager-unknown' }]);
  expect(result).toMatchObject({
    objective: { people: 4 },
    optimal: true,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

it.concurrent('prints the same bytes for the same people in another order', async () => {
  using at = files();
  const [first, shuffled] = await Promise.all([
    pair('--people', at.write('one.csv', csv(...people)), '--json', '--seed', '2'),
    pair('--people', at.write('other.csv', csv(...people.toReversed())), '--json', '--seed', '2'),
  ]);
  expect(first.code).toBe(0);
  expect(shuffled.out).toBe(first.out);
});

it.concurrent('tells a human the same in words', async () => {
  using at = files();
  const { out, said } = await pair('--people', at.write('people.csv', csv(...people)));
  expect(out).toContain('2 pairs give 4 people a partner: no other result gives one to more.');
  expect(out).toMatch(/Without a pair: 1\n {2}Junior J3 \(J3\) +topic 2/);
  expect(out).toMatch(/Could not take part: 1\n {2}J4 +manager-unknown/);
  // What differs from one time to the next is no part of the result.
  expect(out).toMatch(/\n\ndigest [0-9a-f]{64}\n$/);
  expect(said.at(-1)).toMatch(/^[0-9.]+ s, [0-9]+ MB at most$/);
});

it.concurrent('refuses with 2 and one line for each reason', async () => {
  using at = files();
  const file = at.write('people.csv', csv(...people));
  const pins = [
    ['J3', 'S1'],
    ['J2', 'S1'],
  ];
  const runs = await Promise.all([
    pair('--people', file, '--rules', at.write('rules.json', JSON.stringify({ pins })), '--json'),
    pair('--people', file, '--luck'),
  ]);
  expect(runs.map(({ code, out }) => [code, out])).toEqual(runs.map(() => [2, '']));
  const [pinned = [], unknown = []] = runs.map(({ said }) => said.filter((line) => !line.startsWith('line ')));
  expect(pinned).toEqual([expect.stringMatching(/^topic: .*J3 and S1/), expect.stringMatching(/^beyond-capacity: S1/)]);
  expect(unknown).toEqual([expect.stringContaining("'--luck'")]);
});
