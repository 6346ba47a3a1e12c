import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from '../../../infra/local/stage.ts';
import { tinyAssembly } from './fixture/tiny-app.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ assembly: await tinyAssembly(), mode: 'stepped', seed: 'one' });
}, 60_000);
afterAll(() => stage.close());
afterEach(() => stage.reset());

const make = (id: string) => stage.fetch(`/things/${id}`, { method: 'POST' });
const heard = async (id: string) => {
  const TableName = stage.resources('AWS::DynamoDB::Table')[0]?.physicalId;
  const { Items } = (await stage.dynamoDb('Scan', { TableName })) as { Items: { pk: { S: string } }[] };
  return Items.filter(({ pk }) => pk.S === `heard#${id}`).length;
};
const runs = () =>
  stage
    .trace()
    .flatMap((entry) => (entry.kind === 'run' ? [`${entry.at.slice(11, 19)} ${entry.function} ${entry.state}`] : []));
const parked = () => stage.queues()['tiny-parked']?.visible;

describe('a stage whose clock stands still', () => {
  it('carries a commit through stream, bus and rule to a function', async () => {
    const response = await make('one');
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    await stage.settle();
    expect(runs()).toEqual(['08:00:00 writer done', '08:00:00 relay done', '08:00:00 reactor done']);
    expect(await heard('one')).toBe(1);
    expect(stage.problems()).toEqual([]);
  });

  it('does the same again with the same seed', async () => {
    const story = async () => {
      for (const id of ['one', 'mail', 'queue', 'poison', 'two']) await make(id);
      while (await stage.advance());
      return JSON.stringify([stage.trace(), stage.mail()]);
    };
    const first = await story();
    await stage.reset();
    expect(await story()).toBe(first);
    await stage.reset({ seed: 'another' });
    expect(await story()).not.toBe(first);
  });

  it('lets a pause last until the clock is moved', async () => {
    await make('slow');
    await stage.settle();
    expect(await heard('slow')).toBe(0);
    expect(stage.next()).toBe('2026-01-12T08:00:30.000Z');
    await stage.advance();
    expect(await heard('slow')).toBe(1);
  });

  it('knows what the runs of each function took', async () => {
    await make('slow');
    await stage.settle();
    await stage.advance();
    const reactor = stage.usage().find((each) => each.function === 'reactor');
    expect(reactor).toMatchObject({ runs: 1, memoryMegabytes: 128 });
    // Half a minute on the stage's clock counts as on Lambda, where it would be paid for.
    expect(reactor?.longestMilliseconds).toBeGreaterThanOrEqual(30_000);
    expect(reactor?.mostBytes).toBeGreaterThan(2 ** 20);
  });

  it('fires a one-time schedule in its minute, through the bus', async () => {
    await make('schedule');
    await stage.settle();
    await stage.advanceTo('2026-01-12T08:59:59.000Z');
    expect(await heard('moment')).toBe(0);
    await stage.advanceTo('2026-01-12T09:00:00.000Z');
    expect(await heard('moment')).toBe(1);
    expect(stage.next()).toBeUndefined();
  });

  it('tries an asynchronous function again after one and two minutes, then parks the event', async () => {
    await make('poison');
    while (await stage.advance());
    const failures = runs().filter((run) => run.includes('failed'));
    expect(failures).toEqual(['08:00:00 reactor failed', '08:01:00 reactor failed', '08:03:00 reactor failed']);
    expect(parked()).toBe(1);
  });

  it('tells the template’s rule what became of a message', async () => {
    await make('mail');
    await stage.settle();
    const [message] = stage.mail();
    expect(message?.tags).toEqual({ letterId: 'l1' });
    expect(message?.raw).toContain(`Message-ID: <${message?.messageId}@`);
    expect(await heard('l1')).toBe(1);
  });

  it('hands queued messages to their consumer', async () => {
    await make('queue');
    await stage.settle();
    expect(runs().at(-1)).toBe('08:00:00 consumer done');
    expect(stage.queues()['tiny-queue']).toEqual({ visible: 0, notVisible: 0, delayed: 0 });
  });

  it('ends a function that takes longer than its time-out', async () => {
    stage.faults.inject({ function: 'writer', when: 'before', effect: 'time-out' });
    const response = await make('one');
    expect(response.status).toBe(500);
  });

  it('answers 404 without a route and 413 over the limit', async () => {
    expect((await stage.fetch('/nothing')).status).toBe(404);
    const body = 'x'.repeat(6 * 2 ** 20);
    expect((await stage.fetch('/things/big', { method: 'POST', body })).status).toBe(413);
  });
});

describe('what goes wrong on request', () => {
  it('delivers everything three times, shuffled', async () => {
    stage.faults.deliveries({ copies: 3, shuffle: true });
    await make('one');
    await make('two');
    await stage.settle();
    expect(runs().filter((run) => run.includes('reactor')).length).toBe(18);
    expect(await heard('one')).toBe(1);
  });

  it.each(['before', 'after'] as const)(
    'crashes a function %s a call, and the stream brings the record again',
    async (when) => {
      const crash = stage.faults.inject({ function: 'relay', operation: 'events:PutEvents', when, effect: 'crash' });
      await make('one');
      await stage.settle();
      expect(crash.struck()).toBe(1);
      while (await stage.advance());
      expect(await heard('one')).toBe(1);
      expect(runs().filter((run) => run.includes('reactor')).length).toBe(when === 'after' ? 2 : 1);
    },
  );

  it('refuses single entries of PutEvents', async () => {
    stage.faults.failEntries(1);
    await make('one');
    while (await stage.advance());
    expect(runs().map((run) => run.slice(9))).toEqual(['writer done', 'relay done', 'relay done', 'reactor done']);
  });

  it('keeps a function down until a time', async () => {
    stage.faults.down('relay', '2026-01-12T08:00:02.000Z');
    await make('one');
    while (await stage.advance());
    expect(await heard('one')).toBe(1);
  });

  it('throttles, and the SDK tries again by itself', async () => {
    const throttle = stage.faults.inject({
      function: 'reactor',
      operation: 'dynamodb:PutItem',
      when: 'before',
      effect: 'throttle',
    });
    await make('one');
    await stage.settle();
    expect(throttle.struck()).toBe(1);
    expect(await heard('one')).toBe(1);
  });

  it('bounces where a recipient is arranged to', async () => {
    stage.faults.recipient('success@simulator.amazonses.com', 'bounce');
    await make('mail');
    await stage.settle();
    expect(stage.trace().some((entry) => entry.kind === 'event' && entry.detailType === 'Email Bounced')).toBe(true);
  });

  it('lets the events about a message overtake the answer to its sender', async () => {
    stage.faults.sesEvents({ early: true });
    await make('mail');
    await stage.settle();
    expect(runs().filter((run) => run.includes('reactor'))).toHaveLength(2);
    const calls = stage.faults.calls.map(({ function: name, operation }) => `${name} ${operation}`);
    expect(calls.slice(-3)).toEqual([
      'reactor ses:SendRawEmail',
      'reactor dynamodb:PutItem',
      'reactor dynamodb:PutItem',
    ]);
    expect(await heard('l1')).toBe(1);
  });

  it.each([
    ['never', { copies: 0 }, 0],
    ['twice', { copies: 2 }, 2],
    ['late', { lateMinutes: 10 }, 1],
  ])('fires a schedule %s', async (_how, fault, times) => {
    stage.faults.schedules(fault);
    await make('schedule');
    while (await stage.advance());
    expect(runs().filter((run) => run.startsWith('09:') && run.includes('reactor')).length).toBe(times);
    if ('lateMinutes' in fault) expect(new Date(stage.now()).toISOString()).toBe('2026-01-12T09:10:00.000Z');
  });

  it('throttles mail over the rate', async () => {
    stage.setQuota({ MaxSendRate: 1 });
    await make('mail');
    await make('mail');
    await stage.settle();
    expect(stage.mail().length).toBe(1);
    while (await stage.advance());
    expect(stage.mail().length).toBe(2);
  });
});
