import { describe, expect, it } from 'vitest';
import { exportLines, kindOf, type Stored } from '../../../infra/ops/export-lines.ts';

const items: readonly Stored[] = [
  { pk: 'cohorts', sk: 'cohort#coh_1', name: 'Winter' },
  { pk: 'cohort#coh_1#3', sk: 'check-in#a', sealed: 'c2VhbGVk', checkInId: 'a' },
  { pk: 'cohort#coh_1#3', sk: 'audit#check-in#a#000001', by: 'participant:psn_1' },
  { pk: 'help#hlp_1', sk: 'help', role: 'junior' },
  { pk: 'help#hlp_1', sk: 'audit#help#000001' },
  { pk: 'help-letters', sk: 'letter#ltr_1' },
  { pk: 'parked', sk: 'parked#x-on-help-requested#evt_1', function: 'x-on-help-requested', payload: '{}' },
  { pk: 'parked', sk: 'audit#parked#x-on-help-requested#evt_1#000001' },
  { pk: 'parked', sk: 'parked#x-send-letters#evt_2', function: 'x-send-letters', payload: '{"scope":"help"}' },
  { pk: 'outbox#1', sk: '2026#evt_3', events: [{ detailType: 'help.requested.v1', detail: {} }] },
  { pk: 'outbox#1', sk: '2026#evt_4', events: [{ detailType: 'pair.formed.v1', detail: {} }] },
  { pk: 'upload#upl_1', sk: 'page#0001', bytes: new Uint8Array([1, 2]) },
];

async function exported(confidential: boolean) {
  const lines = await Array.fromAsync(
    exportLines({
      stage: 'dev',
      at: '2026-03-02T08:00:00.000Z',
      confidential,
      items: (async function* () {
        yield* items;
      })(),
      unseal: async ({ checkInId }) => ({ trust: `of ${String(checkInId)}` }),
    }),
  );
  return lines.map((line) => JSON.parse(line));
}

it('names an item by its partition where its sort key begins with a time', () => {
  expect(kindOf({ pk: 'looked#2026-11', sk: '2026-11-23T10:00:00.000Z' })).toBe('looked');
  expect(kindOf({ pk: 'outbox#3', sk: '2026-11-23T10:00:00.000Z#evt_1' })).toBe('outbox');
  expect(kindOf({ pk: 'cohort#coh_1#3', sk: 'run-page#run_1#page#0001' })).toBe('run-page');
});

describe('an export of everything', () => {
  it('begins with what it is, has each item as it is stored, and ends with how many there are of each kind', async () => {
    const [head, ...rest] = await exported(false);
    expect(head).toEqual({
      kind: 'export',
      format: 1,
      stage: 'dev',
      at: '2026-03-02T08:00:00.000Z',
      confidential: false,
    });
    expect(rest[0]).toEqual({ kind: 'cohort', item: { pk: 'cohorts', sk: 'cohort#coh_1', name: 'Winter' } });
    expect(rest.at(-1)).toEqual({
      kind: 'end',
      items: { audit: 1, 'check-in': 1, cohort: 1, outbox: 1, page: 1 },
    });
    expect(rest.find(({ kind }) => kind === 'page').item.bytes).toEqual({ base64: 'AQI=' });
  });

  it('leaves sealed answers sealed, and does not even tell that somebody asked for help', async () => {
    const lines = await exported(false);
    expect(JSON.stringify(lines)).not.toMatch(/help|opened/);
    expect(lines[2].item.sealed).toBe('c2VhbGVk');
  });

  it('has both where somebody asks for them by name', async () => {
    const lines = await exported(true);
    expect(lines[0].confidential).toBe(true);
    expect(lines[2]).toMatchObject({ item: { sealed: 'c2VhbGVk' }, opened: { trust: 'of a' } });
    expect(lines.at(-1).items).toEqual({
      audit: 3,
      'check-in': 1,
      cohort: 1,
      help: 1,
      letter: 1,
      outbox: 2,
      page: 1,
      parked: 2,
    });
  });
});
