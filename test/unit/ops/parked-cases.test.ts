import { describe, expect, it } from 'vitest';
import { type CaseNeeds, caseLines, cases, drop, redeliver } from '../../../infra/ops/parked-cases.ts';
import { type Parked, parkedItems } from '../../../shared/parked/parked.ts';
import { memoryTable } from '../../support/memory-table.ts';

const at = '2026-03-02T08:00:00.000Z';
const evt = (number: number) => `evt_${String(number).padStart(32, '0')}`;
const onFormed = 'reverse-mentoring-dev-on-pair-formed';

function room(answer: { ok: true } | { ok: false; error: string } = { ok: true }) {
  const memory = memoryTable();
  const called: string[] = [];
  const needs: CaseNeeds = {
    stage: 'dev',
    table: memory.table,
    invoker: {
      invoke: async (name, payload) => {
        called.push(`${name} ${payload}`);
        return answer;
      },
    },
    command: (name, why) => ({ name, by: 'operator', at, why, correlationId: 'test' }),
  };
  const parked = (eventId: string, fields: Partial<Parked> = {}) => {
    const item = { function: onFormed, eventId, state: 'for-a-person' as const, payload: '{"a":1}', attempts: 7 };
    const whole = { ...item, firstParkedAt: at, error: 'Error: x', ...fields };
    memory.has(parkedItems, whole, whole);
  };
  const stateOf = async (eventId: string, name = onFormed) =>
    (await memory.table.get(parkedItems, { function: name, eventId }))?.state;
  return { memory, needs, called, parked, stateOf };
}

describe('what is parked, for an operator', () => {
  it('is listed by function and event, oldest first, without what is settled', async () => {
    const { needs, parked } = room();
    parked(evt(2));
    parked(evt(1), { firstParkedAt: '2026-03-01T08:00:00.000Z', state: 'waiting', nextAt: at });
    parked(evt(3), { state: 'delivered' });
    expect(caseLines('dev', await cases(needs), 2)).toEqual([
      `on-pair-formed/${evt(1)}\n  tried again at ${at}, 8 tries since 2026-03-01T08:00:00.000Z: Error: x`,
      `on-pair-formed/${evt(2)}\n  WAITS FOR YOU, 8 tries since ${at}: Error: x`,
      '2 more in the parked queue: redrive takes them in within five minutes',
    ]);
    expect(await cases(needs, { all: true })).toHaveLength(3);
    expect(caseLines('dev', [], 0)).toEqual(['nothing is parked']);
  });

  it('goes through when its function is called once more, by the event alone', async () => {
    const { needs, called, parked, stateOf } = room();
    parked(evt(1));
    expect(await redeliver(needs, evt(1))).toBe(`on-pair-formed/${evt(1)} went through.`);
    expect(called).toEqual([`${onFormed} {"a":1}`]);
    expect(await stateOf(evt(1))).toBe('delivered');
    await expect(redeliver(needs, evt(1))).rejects.toThrow('was delivered already');
    expect(called).toHaveLength(1);
  });

  it('stays, with the new error and one more try, when it fails again', async () => {
    const { memory, needs, parked } = room({ ok: false, error: 'TypeError: still' });
    parked(evt(1));
    await expect(redeliver(needs, `on-pair-formed/${evt(1)}`)).rejects.toThrow('failed again: TypeError: still');
    expect(await memory.table.get(parkedItems, { function: onFormed, eventId: evt(1) })).toMatchObject({
      state: 'for-a-person',
      attempts: 8,
      error: 'TypeError: still',
    });
  });

  it('is dropped once, with the reason in its history', async () => {
    const { memory, needs, parked, stateOf } = room();
    parked(evt(1));
    await drop(needs, evt(1), 'the cohort was a trial');
    expect(await stateOf(evt(1))).toBe('dropped');
    const history = await Array.fromAsync(memory.table.rows('parked', 'audit#'));
    expect(history).toMatchObject([{ by: 'operator', why: 'the cohort was a trial', to: 'dropped' }]);
    await expect(drop(needs, evt(1), 'again')).rejects.toThrow('was dropped already');
  });

  it('asks which function is meant where two failed over one event, and refuses what it does not know', async () => {
    const { needs, parked } = room();
    parked(evt(1));
    parked(evt(1), { function: 'reverse-mentoring-dev-on-pair-blocked' });
    await expect(redeliver(needs, evt(1))).rejects.toThrow('say which: on-pair-');
    await expect(redeliver(needs, evt(9))).rejects.toThrow('npm run parked -- dev lists what is');
  });

  it('cannot be tried again where it is a stream’s batch without its records', async () => {
    const { needs, parked, called } = room();
    parked('sha_1', { error: 'StreamBatch: the sweep finds what was in it' });
    await expect(redeliver(needs, 'sha_1')).rejects.toThrow('so drop it');
    expect(called).toEqual([]);
  });
});
