import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { command as typed } from '../support/command.ts';
import { invariants } from '../support/invariants.ts';
import { addressOf, live, paired, useStage } from '../support/stage.ts';

const here = useStage();
const erase = (...args: string[]) => typed(here.stage, 'erase', 'local', '--wait', '0', ...args);

/** Everything that is stored, pages unpacked, in one text. */
const allOf = (items: readonly Item[]): string =>
  items
    .map((item) =>
      JSON.stringify(item, (_key, part: unknown) =>
        part instanceof Uint8Array ? gunzipSync(part).toString('utf8') : part,
      ),
    )
    .join('\n');

const tableOf = (stage: Stage) =>
  stage.resources('AWS::DynamoDB::Table').find(({ logicalId }) => logicalId === 'Table')?.physicalId ?? '';

it('erases somebody out of a pair that meets, as a leaver first, and leaves a hash', async () => {
  const { stage } = here;
  const cohort = await paired(stage);
  await cohort.askNow();
  await live(cohort, stage, 3);
  const before = await everything(stage);
  const stood = ofKind(before, 'participant#').find(({ address }) => address === addressOf('junior1'));
  const words = [addressOf('junior1'), String(stood?.name)];
  for (const word of words) expect(allOf(before)).toContain(word);

  const listed = await erase('--address', addressOf('junior1'));
  expect(listed).toMatchObject({ code: 0, said: '' });
  expect(listed.out).toMatch(/^per_\w+: coh_\w+ \(confirmed\)\n/);
  for (const line of ['1 participant', '1 submission', '1 check-in', 'alias', 'Nothing is written yet']) {
    expect(listed.out).toContain(line);
  }
  expect(await everything(stage)).toEqual(before);

  const first = await erase('--address', addressOf('junior1'), '--yes');
  expect(first.code).toBe(1);
  expect(first.said).toMatch(/^not erased yet: they have left, and\n {2}the pair pair_\w+ has not ended yet/);
  await live(cohort, stage, 4);
  const done = await erase('--address', addressOf('junior1'), '--yes');
  expect(done).toMatchObject({ code: 0, said: '' });
  expect(done.out).toContain('nothing of theirs is left');
  expect(done.out).toMatch(/\{"kind":"erasure".*"under":"[0-9a-f]{32}"/);

  const after = await everything(stage);
  for (const word of words) expect(allOf(after)).not.toContain(word);
  expect(ofKind(after, 'participant#').map(({ state }) => state)).toContain('erased');
  expect(ofKind(after, 'pair#').map(({ state }) => state)).toContain('exited');
  for (const kind of ['participant#', 'pair#', 'check-in#', 'submission#', 'session#']) {
    expect(ofKind(after, kind).length, kind).toBe(ofKind(before, kind).length);
  }
  const mailed = stage.mail().length;
  await live(cohort, stage, 30);
  const toThem = stage.mail().slice(mailed);
  expect(toThem.filter(({ destinations }) => destinations.some((to) => /erased|junior1@/.test(to)))).toEqual([]);
  expect(await invariants(stage)).toEqual([]);

  // A backup brings back what is missing: the receipt is enough to erase it again.
  for (const { pk, sk, hash, personId } of before.filter(({ sk }) => sk === 'alias')) {
    const Item = {
      pk: { S: pk },
      sk: { S: sk },
      schema: { N: '1' },
      version: { N: '1' },
      hash: { S: String(hash) },
      personId: { S: String(personId) },
    };
    await stage.dynamoDb('PutItem', { TableName: tableOf(stage), Item });
  }
  expect((await erase('--again', '--yes')).code).toBe(0);
  const aliases = (items: readonly Item[]) =>
    items
      .filter(({ sk }) => sk === 'alias')
      .map(({ pk }) => pk)
      .sort();
  expect(aliases(await everything(stage))).toEqual(aliases(after));
});

it('says who is not meant', async () => {
  expect((await erase()).code).toBe(2);
  expect((await erase('--address', 'junior1')).said).toBe('junior1 is no mail address\n');
  const mistyped = await erase('--address', 'junoir1@example.org', '--yes');
  expect(mistyped).toMatchObject({ code: 1, out: '' });
  expect(mistyped.said).toMatch(/^this stage has nothing of them/);
  expect((await erase('--person', 'per_unknown1')).said).toMatch(/^there is no person per_unknown1/);
});
