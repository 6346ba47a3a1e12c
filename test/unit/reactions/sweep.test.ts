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
});
