import { describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep/sweep.ts';
import type { SaidEvent } from '../../../shared/table/commit.ts';
import { outboxPartitions } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { triggerAt } from '../../support/local-table.ts';
import { cohortId, noon, programme } from '../../support/programme.ts';

const row = (pk: string, sk: string, detailType: string) => ({
  pk,
  sk,
  events: [{ detailType, detail: { eventId: 'evt_1', occurredAt: noon, correlationId: 'test' } }],
});

describe('the sweep', () => {
  it('publishes and rings although the bus refuses one row whole', async () => {
    const memory = programme();
    const [pk = ''] = outboxPartitions;
    const put: string[] = [];
    const rows: Table['rows'] = async function* (from) {
      if (from !== pk) return;
      yield row(pk, '2026-03-02T11:58:00.000Z#1', 'poison.v1');
      yield row(pk, '2026-03-02T11:58:30.000Z#2', 'pair.formed.v1');
    };
    const due: Table['due'] = async function* (from) {
      if (from.startsWith(`cohort#${cohortId}`)) yield { pk: from, sk: 'check-in#1', dueAt: noon };
    };
    const bus = {
      async put(events: readonly SaidEvent[]): Promise<SaidEvent[]> {
        if (events.some(({ detailType }) => detailType === 'poison.v1')) throw new Error('ValidationException');
        put.push(...events.map(({ detailType }) => detailType));
        return [];
      },
    };
    const outbox = { remove: async () => {} };
    const table = { ...memory.table, rows, due };
    const outcome = await sweep({ table, bus, outbox, rest: async () => {} }, triggerAt(noon));
    expect(outcome).toMatchObject({ published: 1, rung: 1 });
    expect(put).toEqual(['pair.formed.v1', 'moment.due.v1']);
  });

  /** A sweep at five past twelve, which finds this due in each partition of the cohort. */
  const sweepOver = (rung: string[], ...dueAts: string[]) => {
    const due: Table['due'] = async function* (pk) {
      if (!pk.startsWith(`cohort#${cohortId}#0`)) return;
      for (const dueAt of dueAts) yield { pk, sk: `check-in#${dueAt}`, dueAt };
    };
    const bus = {
      async put(events: readonly SaidEvent[]): Promise<SaidEvent[]> {
        rung.push(...events.map(({ detailType }) => detailType));
        return [];
      },
    };
    const table = { ...programme().table, rows: async function* () {}, due };
    const needs = { table, bus, outbox: { remove: async () => {} }, rest: async () => {} };
    return sweep(needs, triggerAt('2026-03-02T12:05:00.000Z'));
  };
  const [early, late, fresh] = ['2026-03-02T11:38:00.000Z', '2026-03-02T11:44:00.000Z', '2026-03-02T11:50:00.000Z'];

  it('fails when check-ins were due and none was sent, says which, and has rung for them before', async () => {
    const rung: string[] = [];
    await expect(sweepOver(rung, early, late, fresh)).rejects.toThrow(
      `${cohortId}: 2 × check-in due since ${early}, and not opened`,
    );
    expect(rung).toEqual(['moment.due.v1']);
  });

  it('only rings for what came due a quarter of an hour ago', async () => {
    expect(await sweepOver([], fresh)).toMatchObject({ rung: 1 });
  });
});
