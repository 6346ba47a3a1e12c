import { describe, expect, it } from 'vitest';
import { CohortEnded } from '../../../events/cohort-ended.ts';
import { react as ended } from '../../../functions/on-cohort-ended/react.ts';
import { blockPair } from '../../../shared/pair/block.ts';
import { exitPair } from '../../../shared/pair/end.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { aheadOf, type CalendarEntry } from '../../../shared/session/entry.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../support/memory-table.ts';
import { cohortId, noon, pairId, programme } from '../../support/programme.ts';

const entry: CalendarEntry = {
  number: 1,
  sequence: 4,
  startsAt: '2026-04-01T07:00:00.000Z',
  minutes: 60,
  state: 'set',
};
const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };
const off = ({ said }: MemoryTable) =>
  said().flatMap(({ detailType, detail }) => (detailType === 'session.cancelled.v1' ? [detail.sequence] : []));

describe('a meeting of a pair that does not go on', () => {
  const ways: readonly (readonly [string, (memory: MemoryTable) => Promise<unknown>])[] = [
    ['ends', ({ table }) => exitPair(table, triggerAt(noon).command('end pair'), { cohortId, pairId })],
    [
      'stops for a rule',
      ({ table }) =>
        table.change(pairs, { cohortId, pairId }, triggerAt(noon).command('block pair'), (pair) =>
          pair ? blockPair(pair, ['chain'], noon) : { refused: 'gone' },
        ),
    ],
    [
      'is concluded with its cohort',
      (memory) => ended({ ...envelope, detailType: CohortEnded.detailType, cohortId }, memory, triggerAt(noon)),
    ],
  ];
  it.each(ways)('is taken out of the calendars once it %s', async (_how, way) => {
    const memory = programme({ cohort: { state: 'closing' }, pair: { entry, nextSession: '2026-04-01' } });
    await way(memory);
    await way(memory);
    expect(off(memory)).toEqual([5]);
    const pair = await memory.table.get(pairs, { cohortId, pairId });
    expect(aheadOf(pair?.entry, noon)).toBeUndefined();
  });

  it.each(ways)('stays where it has been before it %s', async (_how, way) => {
    const memory = programme({
      cohort: { state: 'closing' },
      pair: { entry: { ...entry, startsAt: '2026-03-01T07:00:00.000Z' } },
    });
    await way(memory);
    expect(off(memory)).toEqual([]);
  });
});
