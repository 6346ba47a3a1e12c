import { expect, it } from 'vitest';
import { PairFormed } from '../../../events/pair-formed.ts';
import { publish } from '../../../shared/outbox/publish.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { change, writesOf } from '../../../shared/table/commit.ts';
import { LogRow } from '../../../shared/table/log.ts';
import { stored } from './golden.ts';
import { nouns } from './nouns.ts';

const pair = pairs.item.parse(
  nouns.find(({ name }) => name === 'pair')?.read(stored('items/pair.1.json', undefined)).kept,
);
const { version: _version, schema: _schema, ...made } = pair;
const [, audit, outbox] = writesOf({
  command: {
    name: 'form pair',
    by: 'on-pair-proposed',
    at: '2026-03-02T08:00:00.000Z',
    why: 'pair.proposed.v1 evt_1',
    correlationId: 'cor_1',
  },
  changes: [change(pairs, pair, undefined, made)],
  says: [PairFormed({ pairId: pair.pairId, cohortId: pair.cohortId })],
}).map(({ item }) => item);

const [, , log] = writesOf({
  command: {
    name: 'end pair',
    by: 'hr:mem_0a1b2c3d4e5f',
    at: '2026-03-02T08:00:00.000Z',
    why: 'both asked for it',
    correlationId: 'cor_1',
  },
  changes: [change(pairs, pair, undefined, made)],
}).map(({ item }) => item);

it.each([
  ['log', log],
  ['audit', audit],
  ['outbox', outbox],
])('the %s row of a commit is written as it always was', (name, row) => {
  expect(row).toEqual(stored(`rows/${name}.1.json`, row));
  expect(row).toMatchObject({ schema: 1 });
});

it('a row of the desk’s log as it was once written is still read', () => {
  expect(LogRow.parse(stored('rows/log.1.json', log))).toMatchObject({ command: 'end pair', people: { length: 2 } });
});

it('an outbox row as it was once written is still published whole', async () => {
  const put: unknown[] = [];
  const removed: unknown[] = [];
  const bus = {
    put: async (events: readonly unknown[]) => {
      put.push(...events);
      return [];
    },
  };
  const row = Object(stored('rows/outbox.1.json', outbox));
  await publish(row, { bus, outbox: { remove: async (key) => void removed.push(key) }, rest: async () => undefined });
  expect(put).toEqual(row.events);
  expect(removed).toEqual([{ pk: row.pk, sk: row.sk }]);
});
