import { describe, expect, it } from 'vitest';
import { examples, providers } from '../../../../shared/source/source.ts';
import { callOf, newSecret, secret, sourceId } from '../../../support/hooks.ts';
import { after, cohortId, noon } from '../../../support/programme.ts';
import { stageOf } from './stage-of.ts';

const days = (count: number) => after(noon, count * 86_400);

describe.each(providers)('a call of %s as its provider documents it', (provider) => {
  it('becomes a submission in our words, in one commit', async () => {
    const stage = stageOf(provider);
    expect(await stage.take(await callOf(provider))).toMatchObject({ status: 200, outcome: 'taken' });
    expect(stage.commits()).toBe(1);
    expect(await stage.submissions()).toMatchObject([
      {
        state: 'received',
        source: 'hook',
        sourceId,
        told: {
          name: 'Jonas Weber',
          address: 'jonas.weber@example.com',
          role: 'junior',
          topics: ['Soziale Medien', 'Junge Kundschaft'],
          capacity: 2,
        },
      },
    ]);
    const [only] = await stage.submissions();
    expect(stage.said().map(({ detailType }) => detailType)).toEqual(['submission.received.v1']);
    expect(stage.said()[0]?.detail).toMatchObject({ cohortId, submissionId: only?.submissionId });
    expect(JSON.stringify(stage.said())).not.toContain('jonas');
  });

  it('is answered 200 and changes nothing when it comes again, also after 400 days', async () => {
    const stage = stageOf(provider);
    await stage.take(await callOf(provider));
    const before = stage.text();
    for (const at of [after(noon, 30), days(400)]) {
      const again = await stage.take(await callOf(provider, undefined, { at }), at);
      expect(again).toMatchObject({ status: 200, outcome: 'taken before' });
    }
    expect(stage.text()).toBe(before);
  });

  it('is nobody’s with a wrong secret, and nothing is kept of it', async () => {
    const stage = stageOf(provider);
    const wrong = `whsec_${Buffer.from('somebody else’s secret, as long.').toString('base64')}`;
    expect(await stage.take(await callOf(provider, undefined, { secret: wrong }))).toMatchObject({ status: 401 });
    const call = await callOf(provider);
    expect(
      await stage.take({ ...call, rest: [sourceId], headers: { 'content-type': call.headers['content-type'] } }),
    ).toMatchObject({ status: 401 });
    expect(stage.commits()).toBe(0);
  });

  it('is taken with either of two secrets until HR ends the old one', async () => {
    const both = { secrets: [1, 2].map((number) => ({ number, madeAt: noon })) };
    const ended = { secrets: [{ number: 2, madeAt: noon }] };
    for (const [secrets, sent, status] of [
      [both, secret, 200],
      [both, newSecret, 200],
      [ended, newSecret, 200],
      [ended, secret, 401],
    ] as const) {
      const reply = await stageOf(provider, secrets).take(await callOf(provider, undefined, { secret: sent }));
      expect(reply.status).toBe(status);
    }
  });

  it('is refused by type, by size and as what it is not, each by its own number', async () => {
    const stage = stageOf(provider);
    const call = await callOf(provider);
    const { 'content-type': _, ...headers } = call.headers;
    expect(await stage.take({ ...call, headers: { ...headers, 'content-type': 'text/xml' } })).toMatchObject({
      status: 415,
    });
    expect(await stage.take({ ...call, bytes: new Uint8Array(300 * 1024) })).toMatchObject({ status: 413 });
    expect(await stage.take(await callOf(provider, '{}'))).toMatchObject({ status: 400 });
    expect(stage.commits()).toBe(0);
  });

  it('waits, rejected and whole, while nobody has said what its questions mean', async () => {
    const stage = stageOf(provider, { mapping: undefined });
    expect(await stage.take(await callOf(provider))).toMatchObject({ status: 200, outcome: 'rejected' });
    expect(await stage.submissions()).toMatchObject([{ state: 'rejected', reason: 'not-mapped' }]);
    expect(JSON.stringify(await stage.submissions())).toContain('jonas.weber@example.com');
    expect(stage.said()).toEqual([]);
    expect(await stage.table.get(examples, { sourceId })).toMatchObject({ outcome: 'rejected' });
  });
});

describe('who calls', () => {
  it('is answered alike for a source that does not exist, is off, or is spelt wrongly; never 404', async () => {
    const call = await callOf('typeform');
    const answers = [
      await stageOf('typeform').take({ ...call, rest: ['src_00000000000000000'] }),
      await stageOf('typeform').take({ ...call, rest: [] }),
      await stageOf('typeform').take({ ...call, rest: [sourceId, 'x', 'y'] }),
      await stageOf('typeform', { state: 'off' }).take(call),
    ];
    for (const { status, outcome } of answers)
      expect([status, outcome]).toEqual([401, 'unknown source or wrong signature']);
    expect(await stageOf('typeform').take({ ...call, method: 'GET' })).toMatchObject({ status: 405 });
  });

  it.each(['formbricks', 'standard', 'google'] as const)(
    'is not believed when the clock of %s is more than five minutes off',
    async (provider) => {
      for (const [seconds, status] of [
        [-299, 200],
        [299, 200],
        [-301, 401],
        [301, 401],
      ] as const) {
        const call = await callOf(provider, undefined, { at: after(noon, seconds) });
        expect(await stageOf(provider).take(call)).toMatchObject({ status });
      }
      const call = await callOf(provider);
      expect(
        await stageOf(provider).take({ ...call, headers: { ...call.headers, 'webhook-timestamp': 'today' } }),
      ).toMatchObject({ status: 401 });
    },
  );

  it('may send a list of signatures, one of which is right', async () => {
    const call = await callOf('standard');
    const both = { ...call.headers, 'webhook-signature': `v1,bm90IHRoaXM= v2,x ${call.headers['webhook-signature']}` };
    expect(await stageOf('standard').take({ ...call, headers: both })).toMatchObject({ status: 200 });
  });

  it('may only try, unsigned, whether the address answers, where Formbricks could not be set up otherwise', async () => {
    const stage = stageOf('formbricks');
    const call = {
      ...(await callOf('formbricks', '{"event":"testEndpoint"}')),
      headers: { 'content-type': 'application/json' },
    };
    expect(await stage.take(call)).toMatchObject({ status: 200, outcome: 'reached' });
    expect(await stageOf('standard').take(call)).toMatchObject({ status: 401 });
    expect(stage.commits()).toBe(0);
  });

  it('has every byte of the body under the signature', async () => {
    const call = await callOf('typeform');
    const bytes = Uint8Array.from([...call.bytes, 32]);
    expect(await stageOf('typeform').take({ ...call, bytes })).toMatchObject({ status: 401 });
  });
});
