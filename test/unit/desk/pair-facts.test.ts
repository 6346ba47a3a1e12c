import { expect, it } from 'vitest';
import { PairId, PersonId } from '../../../events/ids.ts';
import { factsOf } from '../../../functions/desk/cohort/pair-facts.ts';
import { possibleNow } from '../../../functions/desk/cohort/summary.ts';
import { type CheckIn, checkInIdOf } from '../../../shared/check-in/check-in.ts';
import { missingOf } from '../../../shared/desk/missing.ts';
import { visibleToHr } from '../../../shared/pair/visible.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { at, cohort, cohortId } from './sample.ts';

const pairId = PairId.parse('pair_0a1b2c3d4e5f');
const personId = PersonId.parse('per_0a1b2c3d4e5f');
const checkIn = (occasion: string, more: Partial<CheckIn>): CheckIn => ({
  schema: 1,
  version: 1,
  cohortId,
  pairId,
  checkInId: checkInIdOf(pairId, 'junior', occasion),
  personId,
  role: 'junior',
  state: 'answered',
  questions: ['P1', 'P2', 'P3', 'P7'],
  askAt: at,
  askedAt: at,
  ...more,
});

it('shows the last operational answers of a side, and nothing else of a check-in', () => {
  const facts = factsOf([
    checkIn('month-01', { answeredAt: '2026-04-01T08:00:00.000Z', answers: { P1: 'no', P2: 'me' }, sealed: 'sealed' }),
    checkIn('month-02', { answeredAt: '2026-05-01T08:00:00.000Z', answers: { P1: 'yes', P2: 'partner', P7: 'no' } }),
    checkIn('month-03', { state: 'asked', askedAt: '2026-06-01T08:00:00.000Z' }),
  ]);
  expect(facts.get(pairId)).toEqual({
    junior: {
      askedAt: '2026-06-01T08:00:00.000Z',
      answeredAt: '2026-05-01T08:00:00.000Z',
      met: 'yes',
      moved: 'partner',
    },
    senior: { askedAt: undefined, answeredAt: undefined, met: undefined, moved: undefined },
  });
});

const participant: Participant = {
  schema: 1,
  version: 1,
  cohortId,
  personId,
  role: 'junior',
  state: 'enrolled',
  name: 'Mia',
  address: 'mia@example.org',
  self: {
    topics: [],
    languages: ['en'],
    letterLanguage: 'en',
    timeZone: 'Europe/Berlin',
    hours: [],
    capacity: 1,
    pleaseNot: [],
    meetingMode: 'any',
  },
  slots: {},
  capacity: 1,
  stopped: [],
  pauses: 0,
  mail: 'ok',
};

it('names what is missing of a person', () => {
  expect(missingOf(participant, visibleToHr([], []))).toEqual(['waits for HR', 'topics', 'hours']);
});

it('offers what is possible now', () => {
  expect(possibleNow(cohort, [participant], [], at)).toMatchObject({
    launch: true,
    pair: false,
    newcomers: 0,
    end: true,
  });
  expect(possibleNow({ ...cohort, state: 'closed' }, [participant], [], at)).toMatchObject({
    launch: false,
    upload: false,
    end: false,
  });
});

it('calls nobody a newcomer while the launch is still going on', () => {
  const hr = { employeeKey: '0'.repeat(32), level: 1, managerKey: 'top' as const, status: 'active' as const };
  const launched = { ...cohort, launchedAt: at };
  expect(possibleNow(launched, [{ ...participant, hr }], [], '2026-03-02T08:01:00.000Z').newcomers).toBe(0);
  expect(possibleNow(launched, [{ ...participant, hr }], [], '2026-03-02T08:02:00.000Z').newcomers).toBe(1);
});
