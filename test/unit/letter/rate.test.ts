import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoRate } from '../../../shared/letter/rate.dynamodb.ts';
import { keys } from '../../../shared/table/keys.ts';
import { type LocalTable, localTable } from '../../support/local-table.ts';

const now = Date.parse('2026-03-02T08:00:00.000Z');
const patience = 20_000;

let local: LocalTable;
beforeEach(async () => {
  local = await localTable();
});
afterEach(() => local.close());

describe('the rate that all senders share', () => {
  it('gives each batch slots of its own, one after the other', async () => {
    const rate = dynamoRate(local.name, local.client);
    expect(await rate.reserve(10, 14, now, patience)).toEqual({ startsAt: now, every: 72 });
    expect(await rate.reserve(10, 14, now, patience)).toEqual({ startsAt: now + 720, every: 72 });
    expect(await local.table.read(keys.rate())).toMatchObject({ schema: 1, tat: now + 1440 });
  });

  it('forgets what nobody used', async () => {
    const rate = dynamoRate(local.name, local.client);
    await rate.reserve(10, 14, now, patience);
    expect(await rate.reserve(1, 14, now + 60_000, patience)).toEqual({ startsAt: now + 60_000, every: 72 });
  });

  it('sends nobody to wait longer than a function lives', async () => {
    const rate = dynamoRate(local.name, local.client);
    await rate.reserve(10, 0.1, now, patience);
    expect(await rate.reserve(1, 0.1, now, patience)).toBeUndefined();
  });
});
