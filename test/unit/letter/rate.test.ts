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
  it('gives each letter a slot of its own, one after the other', async () => {
    const [one, other] = [dynamoRate(local.name, local.client), dynamoRate(local.name, local.client)];
    expect(await one.reserve(14, now, patience)).toEqual({ startsAt: now, every: 72 });
    expect(await other.reserve(14, now, patience)).toEqual({ startsAt: now + 72, every: 72 });
    expect(await local.table.read(keys.rate())).toMatchObject({ schema: 1, tat: now + 144 });
  });

  it('forgets what nobody used', async () => {
    const rate = dynamoRate(local.name, local.client);
    await rate.reserve(14, now, patience);
    expect(await rate.reserve(14, now + 60_000, patience)).toEqual({ startsAt: now + 60_000, every: 72 });
  });

  it('gives a slot that was given back to the next letter of the same sender, until the one after it begins', async () => {
    const rate = dynamoRate(local.name, local.client);
    const slot = { startsAt: now, every: 72 };
    expect(await rate.reserve(14, now, patience)).toEqual(slot);
    rate.giveBack(slot);
    expect(await rate.reserve(14, now + 71, patience)).toEqual(slot);
    expect(await rate.reserve(14, now + 71, patience)).toEqual({ startsAt: now + 72, every: 72 });
    rate.giveBack({ startsAt: now + 72, every: 72 });
    expect(await rate.reserve(14, now + 144, patience)).toEqual({ startsAt: now + 144, every: 72 });
  });

  it('sends nobody to wait longer than a function lives', async () => {
    const rate = dynamoRate(local.name, local.client);
    for (const _ of [1, 2, 3]) await rate.reserve(0.1, now, patience);
    expect(await rate.reserve(0.1, now, patience)).toBeUndefined();
  });
});
