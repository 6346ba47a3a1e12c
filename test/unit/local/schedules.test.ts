import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../infra/local/scheduler/expression.ts';
import { Schedules, schedulesOf } from '../../../infra/local/scheduler/schedules.ts';
import { assemblyOf } from './support.ts';

const ms = (iso: string) => Date.parse(iso);
const iso = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');
const now = ms('2026-03-02T08:00:10Z');
const bus = 'arn:aws:events:eu-central-1:000000000000:event-bus/ours';
const target = { Arn: bus, RoleArn: 'arn:role', EventBridgeParameters: { DetailType: 'moment.due.v1', Source: 'us' } };
const request = (Name: string, ScheduleExpression = 'at(2026-03-02T09:00:00)', more: object = {}) => ({
  Name,
  GroupName: 'ours',
  ScheduleExpression,
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: target,
  ...more,
});
const withGroup = () => {
  const schedules = new Schedules({ region: 'eu-central-1', accountId: '000000000000' });
  schedules.createGroup('ours', now);
  return schedules;
};
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.name : error;
  }
};

describe('an expression', () => {
  const first = (expression: string, zone: string, after: string, count = 1) => {
    const { next } = compileExpression(expression, zone, ms(after));
    const found: (string | undefined)[] = [];
    let at: number | undefined = ms(after);
    for (let index = 0; index < count && at !== undefined; index += 1) {
      at = next(at);
      found.push(iso(at));
    }
    return found;
  };

  it.each<[string, string, string, string, (string | undefined)[]]>([
    ['at()', 'at(2026-03-02T09:00:00)', 'UTC', '2026-03-02T08:00:00Z', ['2026-03-02T09:00:00Z', undefined]],
    ['at() in a zone', 'at(2026-07-02T09:00:00)', 'Europe/Berlin', '2026-03-02T08:00:00Z', ['2026-07-02T07:00:00Z']],
    ['at() that has passed', 'at(2026-03-02T07:00:00)', 'UTC', '2026-03-02T08:00:00Z', [undefined]],
    ['rate()', 'rate(5 minutes)', 'UTC', '2026-03-02T08:00:10Z', ['2026-03-02T08:01:00Z', '2026-03-02T08:06:00Z']],
    [
      'cron()',
      'cron(30 7 ? * MON-FRI *)',
      'UTC',
      '2026-02-28T08:00:00Z',
      ['2026-03-02T07:30:00Z', '2026-03-03T07:30:00Z'],
    ],
    ['cron() with Sunday as 1', 'cron(0 0 ? * 1 *)', 'UTC', '2026-02-28T08:00:00Z', ['2026-03-01T00:00:00Z']],
    ['cron() with the last day', 'cron(0 0 L * ? 2026)', 'UTC', '2026-02-01T00:00:00Z', ['2026-02-28T00:00:00Z']],
    ['cron() whose years are over', 'cron(0 0 1 1 ? 2025)', 'UTC', '2026-02-01T00:00:00Z', [undefined]],
    [
      'cron() in an hour that the zone skips',
      'cron(30 2 * * ? *)',
      'Europe/Berlin',
      '2026-03-28T12:00:00Z',
      ['2026-03-30T00:30:00Z'],
    ],
    [
      'cron() in an hour that the zone repeats, once',
      'cron(30 2 * * ? *)',
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      ['2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
  ])('knows %s', (_, expression, zone, after, expected) => {
    expect(first(expression, zone, after, expected.length)).toEqual(expected);
  });

  it.each([
    'at(2026-03-02)',
    'at(2026-02-30T00:00:00)',
    'rate(0 minutes)',
    'rate(5 seconds)',
    'cron(0 0 * * * *)',
    'cron(0 0 1 1 ?)',
    'cron(99 0 1 1 ? *)',
    'every day',
  ])('is refused as %s', (expression) => {
    expect(codeOf(() => compileExpression(expression, 'UTC', 0))).toBe('ValidationException');
  });

  it('is refused with a zone that is none', () => {
    expect(codeOf(() => compileExpression('rate(1 day)', 'Mars/Base', 0))).toBe('ValidationException');
  });
});

describe('the scheduler', () => {
  it('refuses a second schedule of a name, unless it is the same request again', () => {
    const schedules = withGroup();
    const made = schedules.create(request('a', undefined, { ClientToken: 't' }), now);
    expect(schedules.create(request('a', undefined, { ClientToken: 't' }), now)).toEqual(made);
    expect(codeOf(() => schedules.create(request('a', undefined, { ClientToken: 'u' }), now))).toBe(
      'ConflictException',
    );
  });

  it('answers that something does not exist', () => {
    const schedules = withGroup();
    for (const run of [
      () => schedules.get('a', 'ours'),
      () => schedules.delete('a', 'ours'),
      () => schedules.update(request('a'), now),
      () => schedules.create({ ...request('a'), GroupName: 'gone' }, now),
    ]) {
      expect(codeOf(run)).toBe('ResourceNotFoundException');
    }
  });

  it.each<[string, object]>([
    ['a name with a space', { Name: 'a b' }],
    ['a long name', { Name: 'a'.repeat(65) }],
    ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }],
    ['a bus without its parameters', { Target: { Arn: bus, RoleArn: 'arn:role' } }],
    ['a target without a role', { Target: { Arn: 'arn:fn' } }],
    ['a field that it does not know', { Colour: 'red' }],
  ])('refuses %s', (_, change) => {
    expect(codeOf(() => withGroup().create({ ...request('a'), ...change }, now))).toBe('ValidationException');
  });

  it('resets what an update does not name', () => {
    const schedules = withGroup();
    schedules.create(request('a', undefined, { Description: 'why', ActionAfterCompletion: 'DELETE' }), now);
    schedules.update(request('a', 'at(2026-03-03T09:00:00)'), now + 5000);
    const found = schedules.get('a', 'ours');
    expect(found).toMatchObject({
      ScheduleExpression: 'at(2026-03-03T09:00:00)',
      ActionAfterCompletion: 'NONE',
      CreationDate: now / 1000,
      LastModificationDate: now / 1000 + 5,
    });
    expect(found).not.toHaveProperty('Description');
  });

  it('fires one-time schedules once and forgets those that ask for it', () => {
    const schedules = withGroup();
    schedules.create(request('kept'), now);
    schedules.create(request('gone', undefined, { ActionAfterCompletion: 'DELETE' }), now);
    schedules.create(request('past', 'at(2026-03-02T08:00:00)'), now);
    schedules.create(request('off', undefined, { State: 'DISABLED' }), now);
    const due = schedules.dueBetween(0, ms('2026-03-05T00:00:00Z'));
    expect(due.map(({ name, at }) => [name, iso(at)])).toEqual([
      ['gone', '2026-03-02T09:00:00Z'],
      ['kept', '2026-03-02T09:00:00Z'],
    ]);
    for (const occurrence of due) schedules.completed(occurrence);
    expect(schedules.list({ GroupName: 'ours' }).Schedules.map(({ Name }) => Name)).toEqual(['kept', 'off', 'past']);
    expect(schedules.next(ms('2026-03-02T09:00:00Z'))).toBeUndefined();
    schedules.create(request('gone'), now);
  });

  it('orders what is due by time and says what comes next', () => {
    const schedules = withGroup();
    schedules.create(request('rate', 'rate(1 hour)'), now);
    schedules.create(request('once', 'at(2026-03-02T08:30:00)'), now);
    expect(schedules.dueBetween(now, ms('2026-03-02T09:01:00Z')).map(({ name }) => name)).toEqual([
      'rate',
      'once',
      'rate',
    ]);
    expect(schedules.next(now)).toMatchObject({ name: 'rate', at: ms('2026-03-02T08:01:00Z'), target });
    expect(schedules.next(now, ({ oneTime }) => oneTime)).toMatchObject({ name: 'once' });
  });

  it('keeps to the start and end of a recurring schedule', () => {
    const schedules = withGroup();
    const bounds = { StartDate: ms('2026-03-03T00:00:00Z') / 1000, EndDate: '2026-03-03T01:00:00Z' };
    schedules.create(request('a', 'rate(30 minutes)', bounds), now);
    expect(schedules.dueBetween(now, now + 1e9).map(({ at }) => iso(at))).toEqual([
      '2026-03-03T00:00:00Z',
      '2026-03-03T00:30:00Z',
      '2026-03-03T01:00:00Z',
    ]);
  });

  it('lists page by page and deletes a group with its schedules', () => {
    const schedules = withGroup();
    for (const name of ['b', 'a', 'c']) schedules.create(request(name), now);
    const { Schedules: page, NextToken } = schedules.list({ MaxResults: 2 });
    expect(page.map(({ Name }) => Name)).toEqual(['a', 'b']);
    expect(schedules.list({ MaxResults: 2, NextToken }).Schedules.map(({ Name }) => Name)).toEqual(['c']);
    schedules.deleteGroup('ours');
    expect(schedules.next(now)).toBeUndefined();
  });

  it('makes the groups and schedules of the template', () => {
    const assembly = assemblyOf([
      { logicalId: 'Sweep', type: 'AWS::Scheduler::Schedule', properties: request('x', 'rate(5 minutes)') },
      { logicalId: 'ours', type: 'AWS::Scheduler::ScheduleGroup' },
    ]);
    expect(schedulesOf(assembly, now).next(now)).toMatchObject({
      name: 'Sweep',
      groupArn: 'arn:aws:scheduler:eu-central-1:000000000000:schedule-group/ours',
    });
  });
});
