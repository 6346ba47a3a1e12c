import { expect, it } from 'vitest';
import { readPeople } from '../../../infra/pair/people.ts';
import { resultJson } from '../../../infra/pair/result-json.ts';
import { readRules } from '../../../infra/pair/rules-file.ts';
import { run, verifiedOf } from '../../../infra/pair/run.ts';
import { wordsOf } from '../../../infra/pair/words.ts';
import { csv, files, junior, senior } from './files.ts';

async function paired(...lines: readonly string[]) {
  using at = files();
  const people = await readPeople(at.write('people.csv', csv(...lines)));
  return { people, ...run({ people, ...readRules(undefined, people), seed: 1 }, () => undefined) };
}

it.each<[string, string[], string[]]>([
  ['a side without anybody', [junior('J1')], ['no-senior: nobody can take part as a senior']],
  [
    'nobody at all',
    ['C1,Clerk,,,,B1,,,'],
    ['no-junior: nobody can take part as a junior', 'no-senior: nobody can take part as a senior'],
  ],
  [
    'a reporting chain that runs in a circle',
    [junior('J1', { manager: 'S1' }), senior('S1', { manager: 'J1' }), senior('S2')],
    [
      'reporting-cycle: the reporting chain of J1 comes back to itself',
      'reporting-cycle: the reporting chain of S1 comes back to itself',
    ],
  ],
])('refuses %s', async (_, lines, says) => {
  await expect(paired(...lines)).rejects.toMatchObject({ lines: says });
});

it('proves what it has found', async () => {
  const { found, verified } = await paired(junior('J1'), junior('J2'), senior('S1'));
  expect(found.objective).toMatchObject({ people: 2 });
  expect(verified()).toMatchObject({ proved: true });
});

it('says of a result that is not the best that it is not proved, and claims nothing more', async () => {
  const { found, people } = await paired(junior('J1'), junior('J2'), senior('S1'));
  const proof = verifiedOf(['people: more juniors may be possible']);
  expect(proof).toEqual({ proved: false, says: ['not proved: people: more juniors may be possible'] });
  expect(JSON.parse([...resultJson(found, people, proof)].join(''))).toMatchObject({ optimal: false });
  expect(wordsOf(found, people, proof)).toContain('1 pairs give 2 people a partner.\n');
  expect(JSON.parse([...resultJson(found, people, undefined)].join(''))).toMatchObject({ optimal: true });
  expect(wordsOf(found, people, { proved: true })).toContain('no other result gives one to more.');
});
