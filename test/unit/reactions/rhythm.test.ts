import { describe, expect, it } from 'vitest';
import { FeedbackDue } from '../../../events/feedback-due.ts';
import type { CheckInId, RoundId } from '../../../events/ids.ts';
import { RoundRequested } from '../../../events/round-requested.ts';
import { react as asked } from '../../../functions/on-feedback-due/react.ts';
import { open } from '../../../functions/on-moment-due/open.ts';
import { react as round } from '../../../functions/on-round-requested/react.ts';
import { checkIns } from '../../../shared/check-in/check-in.ts';
import { keys } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { triggerAt } from '../../support/local-table.ts';
import { checkInId, cohortId, noon, pairId, programme } from '../../support/programme.ts';

const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };

describe('the monthly question', () => {
  it('goes on where HR moves the end: the next one is planned beyond it', async () => {
    const memory = programme({ cohort: { end: '2026-03-20', endsAt: '2026-03-21T08:00:00.000Z' } });
    await asked({ ...envelope, detailType: FeedbackDue.detailType, cohortId, checkInId }, memory, triggerAt(noon));
    const next = `${pairId}.junior.month-02` as CheckInId;
    expect(await memory.table.get(checkIns, { cohortId, pairId, checkInId: next })).toMatchObject({
      state: 'planned',
      dueAt: '2026-04-02T07:00:00.000Z',
    });
  });
});

describe('a round', () => {
  const requested = (occurredAt: string) => ({
    ...envelope,
    detailType: RoundRequested.detailType,
    cohortId,
    roundId: 'rnd_00000001' as RoundId,
    occurredAt,
  });

  it('asks both sides once', async () => {
    const memory = programme();
    await round(requested(noon), memory, triggerAt(noon));
    await round(requested(noon), memory, triggerAt(noon));
    expect(memory.commits()).toBe(2);
  });

  it('said again later asks nobody who was paired since', async () => {
    const memory = programme();
    await round(requested('2026-02-19T08:00:00.000Z'), memory, triggerAt(noon));
    expect(memory.commits()).toBe(0);
  });
});

describe('a moment', () => {
  it('opens the others although one cannot be opened, and says so at the end', async () => {
    const memory = programme({ checkIn: { dueAt: '2026-03-02T12:00:00.000Z', closesAt: '2026-03-02T12:00:00.000Z' } });
    const key = keys.checkIn({ cohortId, pairId, checkInId });
    const due: Table['due'] = async function* (pk) {
      if (pk !== key.pk) return;
      yield { pk, sk: 'surprise#1', dueAt: noon };
      yield { ...key, dueAt: noon };
    };
    const moment = { ...envelope, detailType: 'moment.due.v1' as const, scope: cohortId, minute: noon };
    const opening = open(moment, { table: { ...memory.table, due } }, triggerAt(noon));
    await expect(opening).rejects.toThrow('1 could not be opened');
    expect((await memory.table.get(checkIns, { cohortId, pairId, checkInId }))?.state).toBe('lapsed');
  });
});
