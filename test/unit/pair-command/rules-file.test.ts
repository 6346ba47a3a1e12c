import { expect, it } from 'vitest';
import { readPeople } from '../../../infra/pair/people.ts';
import { readRules } from '../../../infra/pair/rules-file.ts';
import { csv, files, junior, senior } from './files.ts';

async function read(rules: unknown) {
  using at = files();
  const bad = junior('J9').replace(',2,', ',two,');
  const people = await readPeople(at.write('people.csv', csv(junior('J1'), junior('J2'), senior('S1'), bad)));
  return readRules(at.write('rules.json', typeof rules === 'string' ? rules : JSON.stringify(rules)), people);
}

it('takes rules by employee id, in whatever case, and the defaults of a cohort for the rest', async () => {
  const { rules, candidates } = await read({
    minLevelGap: 3,
    weights: { topicFit: 50 },
    pins: [['j1', 'S1']],
    blocks: [['J2', 'S1']],
    history: [['S1', 'J2']],
  });
  expect(rules).toMatchObject({ minLevelGap: 3, minOverlapHours: 2, weights: { topicFit: 50, differentUnit: 20 } });
  expect(rules).toMatchObject({ pins: [['#j1', '#s1']], blocks: [['#j2', '#s1']] });
  expect(candidates.map(({ person, pairedBefore }) => [person, pairedBefore])).toContainEqual(['#s1', ['#j2']]);
});

it('takes a file that begins with a byte order mark, as some editors of Windows write it', async () => {
  expect((await read('\ufeff{ "minLevelGap": 3 }')).rules).toMatchObject({ minLevelGap: 3 });
});

it.each<[string, unknown, string[]]>([
  ['no JSON', '{', ['JSON']],
  ['an unknown key', { gap: 1 }, ['"gap"']],
  ['an unknown weight', { weights: { luck: 1 } }, ['weights: Unrecognized key: "luck"']],
  ['values out of range', { minLevelGap: 0, minOverlapHours: 'two' }, ['minLevelGap', 'minOverlapHours']],
  ['unknown people', { pins: [['X1', 'X2']] }, ['pins[0]: X1 is not in', 'pins[0]: X2 is not in']],
  ['the wrong sides', { blocks: [['S1', 'J1']] }, ['S1 is a senior', 'J1 is a junior']],
  ['somebody outside the programme', { pins: [['B1', 'S1']] }, ['B1 has no role']],
  ['a pin of somebody refused', { pins: [['J9', 'S1']] }, ['J9 cannot take part: level-not-a-number, line 7']],
])('refuses %s, one line for each mistake', async (_, rules, says) => {
  await expect(read(rules)).rejects.toMatchObject({ lines: says.map((each) => expect.stringContaining(each)) });
});
