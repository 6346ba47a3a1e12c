import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { rotate } from '../../../functions/rotate-keys/rotate.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { dynamoKeyRing } from '../../../shared/keys/key-ring.dynamodb.ts';
import { dynamoKeys } from '../../../shared/keys/keys.dynamodb.ts';
import { randomBytes } from '../../../shared/runtime/random.ts';
import { makeLink, openLink } from '../../../shared/token/open-link.ts';
import { tokenTypeNames } from '../../../shared/token/types.ts';
import { type LocalTable, localTable, triggerAt } from '../../support/local-table.ts';
import { cohort, cohortId, noon } from '../../support/programme.ts';

let here: LocalTable;
beforeEach(async () => {
  here = await localTable();
  return here.close;
});

const minutes = (count: number) => new Date(Date.parse(noon) + count * 60_000).toISOString();
const days = (count: number) => minutes(count * 24 * 60);
const turn = (at: string, ...families: string[]) => {
  const needs = { ring: dynamoKeyRing(here.client, here.name), table: here.table, secret: () => randomBytes(32) };
  return rotate({ families }, needs, triggerAt(at));
};
/** A worker that is warm: what it has read stays in its hand as long as it may. */
function worker() {
  let now = Date.parse(noon);
  const keys = dynamoKeys(here.client, here.name, () => now);
  return {
    keys,
    at(when: string) {
      now = Date.parse(when);
    },
    signsWith: async () => (await keys.family('me'))[0]?.keyId,
  };
}
const stored = async (pk: string) =>
  ((await here.client.send(new ScanCommand({ TableName: here.name }))).Items ?? [])
    .map((item) => unmarshall(item))
    .filter((item) => item.pk === pk)
    .map(({ sk }) => sk)
    .sort();

it('gives every family a new key, which signs once every warm function has it; what is out opens as before', async () => {
  const [early, late] = [worker(), worker()];
  const old = await makeLink(early.keys, '', 'me', { person: 'x' }, days(200));
  // One reads its keys just before, the other just after.
  await early.signsWith();
  const told = await turn(noon);
  expect(told).toMatchObject({ added: tokenTypeNames.map((family) => ({ family, key: 2 })), removed: [] });
  for (const minute of [0, 0.5, 1, 2, 3, 4, 5, 6]) {
    for (const each of [early, late]) each.at(minutes(minute));
    const made = await makeLink(early.keys, '', 'me', { person: 'x' }, days(200));
    for (const link of [old, made]) {
      const opened = await openLink(late.keys, 'me', link.slice('/me/'.length), minutes(minute));
      expect(opened, `minute ${minute}`).toMatchObject({ ok: true });
    }
  }
  expect([await early.signsWith(), await late.signsWith()]).toEqual(['2', '2']);
});

it('turns once, however often it is called, and only what is named', async () => {
  await turn(noon, 'me', 'help');
  expect(await turn(minutes(1), 'me')).toMatchObject({ added: [], fresh: [{ family: 'me', key: 2 }] });
  expect(await stored('token#me')).toEqual(['1', '2']);
  expect(await stored('token#answer')).toEqual(['1']);
  expect(await turn(days(1), 'me')).toMatchObject({ added: [{ family: 'me', key: 3 }] });
});

it('takes a key away when its last token has expired, and not before', async () => {
  await here.table.change(cohorts, { cohortId }, triggerAt(noon).command('test'), () => ({
    to: { ...cohort, endsAt: days(100) },
  }));
  await turn(noon);
  const [soon, later] = [await turn(days(3), 'reply'), await turn(days(190), 'reply')];
  const gone = 'removed' in soon ? soon.removed.map(({ family }) => family) : [];
  expect(gone).toEqual(expect.arrayContaining(['desk-session', 'sign-in']));
  expect(gone).not.toContain('me');
  expect(await stored('token#sign-in')).toEqual(['2']);
  expect('kept' in later && later.kept).toContainEqual(
    expect.objectContaining({ family: 'me', key: 1, until: days(191) }),
  );
  await turn(days(192), 'sign-in');
  expect(await stored('token#me')).toEqual(['2']);
  expect(await stored('token#answer')).toEqual(['1', '2']);
});

it.each(['pepper', 'seal#coh_01jqa2b3c4d5', 'token#me', 'invitation'])(
  'refuses %s and changes nothing',
  async (name) => {
    const before = await here.client.send(new ScanCommand({ TableName: here.name }));
    expect(await turn(noon, 'me', name)).toMatchObject({ refused: expect.stringContaining(name) });
    expect((await here.client.send(new ScanCommand({ TableName: here.name }))).Items).toEqual(before.Items);
  },
);

it('answers names and dates, never a key', async () => {
  const told = await turn(noon);
  expect(JSON.stringify(told)).toMatch(/^[\w":,{}[\]. -]+$/);
  const strings = JSON.stringify(told).match(/"[^"]{25,}"/g) ?? [];
  expect(strings).toEqual([]);
});
