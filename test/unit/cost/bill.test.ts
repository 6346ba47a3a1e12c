import { describe, expect, it } from 'vitest';
import { billOf, perPerson, totalOf } from '../../../infra/cost/bill.ts';
import { type Counted, readPrices } from '../../../infra/cost/counted.ts';
import { planOf, type TemplateResource } from '../../../infra/cost/plan.ts';
import { unitsOf } from '../../../infra/cost/units.ts';
import { wordsOf } from '../../../infra/cost/words.ts';

const named = (id: string, folder: string, MemorySize: number): TemplateResource => ({
  id,
  Type: 'AWS::Lambda::Function',
  Properties: { FunctionName: `reverse-mentoring-prod-${folder}`, MemorySize },
});
const resources: readonly TemplateResource[] = [
  named('Desk', 'desk', 1024),
  named('SendLetters', 'send-letters', 1024),
  named('Sweep', 'sweep', 512),
  {
    id: 'Schedule',
    Type: 'AWS::Scheduler::Schedule',
    Properties: { ScheduleExpression: 'rate(5 minutes)', Target: { Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] } } },
  },
  { id: 'DeskLive', Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Desk' } } },
  { id: 'Page', Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: { Ref: 'DeskLive' } } },
  {
    id: 'Q',
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: { 'Fn::ImportValue': 'Letters' } },
  },
  {
    id: 'S',
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: { 'Fn::ImportValue': 'StreamArn' } },
  },
  ...[1, 2].map((n) => ({ id: `Alarm${n}`, Type: 'AWS::CloudWatch::Alarm', Properties: {} })),
  {
    id: 'Alarm3',
    Type: 'AWS::CloudWatch::Alarm',
    Properties: { Metrics: [{ Expression: 'SUM([a, b])' }, { Id: 'a', MetricStat: {} }, { Id: 'b', MetricStat: {} }] },
  },
];
const counted: Counted = {
  at: '2026-11-23',
  people: 10,
  months: 6,
  work: {
    desk: { runs: 100, cold: 10, calls: 500, logBytes: 50_000 },
    'send-letters': { runs: 50, cold: 5, calls: 500, logBytes: 20_000 },
    sweep: { runs: 180, cold: 180, calls: 5_000, logBytes: 90_000 },
  },
  units: { 'dynamodb write units': 1_000, events: 300, letters: 60, 'letter bytes': 600_000 },
  storedBytes: 1_000_000,
  atRest: { sweep: { calls: 20, logBytes: 200, units: { 'dynamodb read units': 10 } } },
};
const prices = readPrices();

describe('a bill', () => {
  const plan = planOf(resources);
  const bill = billOf(plan, counted, prices, { people: 20, months: 6 });
  const quantity = (lines: typeof bill.atRest, price: string) => lines.find((line) => line.price === price)?.quantity;

  it('has what is paid for while nothing happens: alarms, runs by the clock, a queue that is asked', () => {
    // Two with a metric each, and one that computes with two.
    expect(quantity(bill.atRest, 'alarm month')).toBe(4);
    expect(quantity(bill.atRest, 'lambda request')).toBe(8_760);
    expect(quantity(bill.atRest, 'dynamodb read unit')).toBe(87_600);
    expect(quantity(bill.atRest, 'queue request')).toBe(15 * 60 * 730);
  });

  it('grows with the people and the months, without the runs by the clock', () => {
    expect(quantity(bill.programme, 'lambda request')).toBe(2 * 150);
    expect(quantity(bill.programme, 'api request')).toBe(2 * 100);
    expect(quantity(bill.programme, 'event')).toBe(600);
    expect(quantity(bill.mail, 'letter')).toBe(120);
    const longer = billOf(plan, counted, prices, { people: 20, months: 12 });
    expect(quantity(longer.mail, 'letter')).toBe(240);
    expect(perPerson(bill, 20, 6)).toBeCloseTo(totalOf(bill.programme) / 20, 12);
  });

  it('refuses a resource of which nobody has said what it costs, and functions that are no more', () => {
    const nat = { id: 'Nat', Type: 'AWS::EC2::NatGateway', Properties: {} };
    expect(() => planOf([...resources, nat])).toThrow('nobody has said what AWS::EC2::NatGateway costs');
    const old = { ...counted, work: { ...counted.work, gone: { runs: 1, cold: 1, calls: 1, logBytes: 1 } } };
    expect(() => billOf(plan, old, prices, { people: 1, months: 1 })).toThrow('count anew');
  });

  it('is printed with every line and both targets', () => {
    const text = wordsOf(bill, { people: 20, months: 6, counted, prices }).join('\n');
    expect(text).toContain('target at most 2: kept');
    expect(text).toContain('target at most 0.01: kept');
    expect(text).toMatch(/metrics of alarms +4 +0\.40/);
  });
});

describe('what a call is charged for', () => {
  const text = (length: number) => ({ S: 'x'.repeat(length) });
  const item = (length: number) => ({ pk: { S: 'p' }, sk: { S: 's' }, text: text(length) });
  const json = JSON.stringify;

  it('counts a transaction twice, by each begun KB of each item, and the due index', () => {
    const TransactItems = [{ Put: { Item: item(100) } }, { Put: { Item: { ...item(1_500), dueAt: text(24) } } }];
    expect(unitsOf('dynamodb:TransactWriteItems', json({ TransactItems }), '{}')).toEqual({
      'dynamodb write units': 2 + 4 + 2,
    });
  });

  it('counts reads by what they answer, and half of it where the read may be old', () => {
    const answer = json({ Items: [item(5_000)] });
    expect(unitsOf('dynamodb:Query', json({ ConsistentRead: true }), answer)).toEqual({ 'dynamodb read units': 2 });
    expect(unitsOf('dynamodb:Query', '{}', json({ Items: [] }))).toEqual({ 'dynamodb read units': 0.5 });
    expect(unitsOf('dynamodb:GetItem', json({ ConsistentRead: true }), '{}')).toEqual({ 'dynamodb read units': 1 });
  });

  it('counts events, queue requests and letters by the piece', () => {
    expect(unitsOf('events:PutEvents', json({ Entries: [{}, {}] }), '{}')).toEqual({ events: 2 });
    expect(unitsOf('sqs:ReceiveMessage', '{}', '{}')).toEqual({ 'queue requests': 1 });
    const mail = new URLSearchParams({ 'RawMessage.Data': Buffer.alloc(3_000).toString('base64') }).toString();
    expect(unitsOf('ses:SendRawEmail', mail, '')).toEqual({ letters: 1, 'letter bytes': 3_000 });
    expect(unitsOf('lambda:InvokeFunction', '{}', '{}')).toEqual({});
  });
});
