import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { answer as me } from '../../../functions/me/me.ts';
import { mostEnrolments } from '../../../shared/token/limits.ts';
import { mintWith } from '../../../shared/token/open-link.ts';
import { dynamoPosts } from '../../../shared/token/posts.dynamodb.ts';
import { filled, request, triggerAt } from '../../support/browser-without-browser.ts';
import { localTable } from '../../support/local-table.ts';
import { after, cohortId, junior, noon, programme } from '../../support/programme.ts';

const link = async (memory: ReturnType<typeof programme>, type: 'me' | 'unsubscribe', kind?: string) =>
  `${type === 'me' ? '/me/' : '/stop/'}${await mintWith(
    memory.keys,
    type,
    { cohort: cohortId, person: junior, ...(kind ? { kind } : {}) },
    '2026-11-29T00:00:00.000Z',
  )}`;

async function participant() {
  const memory = programme();
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  const path = await link(memory, 'me');
  const get = (at: string) => me(request('GET', `${path}/letters`), needs, triggerAt(at));
  return {
    memory,
    get,
    stop: async (at: string) =>
      me(request('POST', await link(memory, 'unsubscribe', 'check-in')), needs, triggerAt(at)),
    /** Opens the page and saves it half a minute later. */
    save: async (at: string) =>
      me(request('POST', `${path}/letters`, { form: filled(await get(at)) }), needs, triggerAt(after(at, 30))),
  };
}

describe('a link that is used to save something', () => {
  it('takes a hundred in an hour, then asks kindly to wait and writes nothing, and goes on with the next hour', async () => {
    const { memory, get, save } = await participant();
    for (let time = 0; time < 100; time++) expect((await save(after(noon, time * 20))).status).toBe(303);
    const before = memory.text();
    const refused = await save(after(noon, 40 * 60));
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '1170' } });
    expect(refused.body).toContain('Bitte eine kleine Pause');
    expect(memory.text()).toBe(before);
    // Reading is not counted.
    expect((await get(after(noon, 41 * 60))).status).toBe(200);
    expect((await save(after(noon, 60 * 60))).status).toBe(303);
  });

  it('is never refused when a mail server stops letters by it', async () => {
    const { stop } = await participant();
    for (let times = 0; times < 110; times++) expect((await stop(after(noon, times))).status).toBe(200);
  });

  it('counts by one conditional update, however many come at once, in a row that expires and does not show the token', async () => {
    const { client, close } = await localTable();
    const posts = dynamoPosts('table', client);
    const sent = { method: 'POST', params: { token: '1.secret.mac' } };
    const answers = await Promise.all(Array.from({ length: 110 }, () => posts.full(sent, noon)));
    expect(answers.filter((full) => !full)).toHaveLength(100);
    expect(await posts.full({ ...sent, method: 'GET' }, noon)).toBe(false);
    // By one link a whole cohort enrols.
    expect(await posts.full(sent, noon, mostEnrolments)).toBe(false);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: 'table' }));
    const rows = Items.map((item) => unmarshall(item)).filter(({ pk }) => String(pk).startsWith('posts#'));
    expect(rows).toEqual([
      {
        pk: expect.stringMatching(/^posts#[0-9a-f]{32}$/),
        sk: '2026-03-02T12',
        schema: 1,
        count: 101,
        expiresAt: Date.parse(after(noon, 86_400)) / 1000,
      },
    ]);
    await close();
  });
});
