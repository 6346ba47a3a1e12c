import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../../infra/local/bus/filter.ts';
import { compilePattern } from '../../../infra/local/bus/pattern.ts';

const event = {
  source: 'reverse-mentoring',
  'detail-type': 'pair.formed.v1',
  resources: ['one', 'two'],
  detail: {
    seats: 3,
    state: 'Open',
    note: null,
    tags: { set: ['ours'] },
    people: [
      { id: 'a', age: 1 },
      { id: 'b', age: 2 },
    ],
  },
};

describe('an event pattern', () => {
  it.each<[string, unknown, boolean]>([
    ['a value of a list', { source: ['other', 'reverse-mentoring'] }, true],
    ['all fields', { source: ['reverse-mentoring'], 'detail-type': ['other'] }, false],
    ['one value of a list in the event', { resources: ['two'] }, true],
    ['null', { detail: { note: [null] } }, true],
    ['a nested list', { detail: { tags: { set: ['ours'] } } }, true],
    ['a number by value, not as text', { detail: { seats: ['3'] } }, false],
    ['prefix', { 'detail-type': [{ prefix: 'pair.' }] }, true],
    ['prefix in any case', { 'detail-type': [{ prefix: { 'equals-ignore-case': 'PAIR.' } }] }, true],
    ['suffix', { 'detail-type': [{ suffix: '.v2' }] }, false],
    ['equals-ignore-case', { detail: { state: [{ 'equals-ignore-case': 'open' }] } }, true],
    ['wildcard', { 'detail-type': [{ wildcard: 'pair.*.v1' }] }, true],
    ['wildcard, dots being dots', { 'detail-type': [{ wildcard: 'pairXformed*' }] }, false],
    ['anything-but', { source: [{ 'anything-but': 'aws.ses' }] }, true],
    ['anything-but a list', { source: [{ 'anything-but': ['aws.ses', 'reverse-mentoring'] }] }, false],
    ['anything-but a prefix', { source: [{ 'anything-but': { prefix: 'reverse' } }] }, false],
    ['anything-but a suffix', { source: [{ 'anything-but': { suffix: 'x' } }] }, true],
    ['anything-but a wildcard', { source: [{ 'anything-but': { wildcard: '*-men*' } }] }, false],
    ['anything-but a missing field', { gone: [{ 'anything-but': 'x' }] }, false],
    ['numeric', { detail: { seats: [{ numeric: ['>', 2, '<=', 3] }] } }, true],
    ['exists', { detail: { state: [{ exists: true }], gone: [{ exists: false }] } }, true],
    ['exists on an object', { detail: { tags: [{ exists: true }] } }, false],
    ['$or', { $or: [{ source: ['x'] }, { detail: { seats: [3] } }], resources: ['one'] }, true],
    ['members of one list item together', { detail: { people: { id: ['a'], age: [2] } } }, false],
    ['members of a list item', { detail: { people: { id: ['b'], age: [2] } } }, true],
  ])('matches %s', (_, pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  it.each([
    ['cidr', { a: [{ cidr: '10.0.0.0/8' }] }],
    ['anything-but with cidr', { a: [{ 'anything-but': { cidr: 'x' } }] }],
    ['numeric !=', { a: [{ numeric: ['!=', 1] }] }],
    ['is empty', { a: [] }],
    ['a list or an object', { a: 'x' }],
    ['consecutive wildcards', { a: [{ wildcard: 'a**' }] }],
  ])('refuses %s by name', (name, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(name);
  });
});

describe('the filter of an event source mapping', () => {
  const filter = (...patterns: unknown[]) =>
    compileFilter({ Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) });
  const record = (pk: string, image: object = {}) => ({
    eventName: 'INSERT',
    dynamodb: { Keys: { pk: { S: pk } }, NewImage: image },
  });

  it('passes the records that one of its patterns matches', () => {
    const outbox = { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } } };
    const due = { dynamodb: { NewImage: { dueAt: { S: [{ exists: true }] } } } };
    const passes = filter(outbox, due);
    expect([record('outbox#3'), record('pair#1'), record('pair#1', { dueAt: { S: 'x' } })].map(passes)).toEqual([
      true,
      false,
      true,
    ]);
    expect(compileFilter(undefined)(record('any'))).toBe(true);
  });

  it("reads a message's body as JSON and drops what is none", () => {
    const passes = filter({ body: { kind: ['letter'] } });
    expect(['{"kind":"letter"}', '{"kind":"x"}', 'letter'].map((body) => passes({ body }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('refuses an operator that Lambda lacks', () => {
    expect(() => filter({ body: { kind: [{ wildcard: 'a*' }] } })).toThrow('wildcard');
  });
});
