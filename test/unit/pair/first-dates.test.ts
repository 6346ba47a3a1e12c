import { describe, expect, it } from 'vitest';
import { firstDates } from '../../../shared/pair/first-dates.ts';
import type { Participant } from '../../../shared/participant/participant.ts';

const monday = '2026-03-02T10:00:00.000Z';
const cohort = { timeZone: 'Europe/Berlin', holidays: [] as string[] };
type Side = Pick<Participant, 'self' | 'hr'>;

const side = (days: readonly number[], from: string, to: string, timeZone = 'Europe/Berlin'): Side => ({
  self: {
    topics: [],
    languages: ['de'],
    letterLanguage: 'de',
    timeZone,
    hours: days.map((weekday) => ({ weekday, from, to })),
    capacity: 1,
    pleaseNot: [],
    meetingMode: 'any',
  },
});
const week = [1, 2, 3, 4, 5];
const office = side(week, '09:00', '17:00');

describe('the proposals for a first date', () => {
  it('are two different working days five to ten days ahead, early on one and late on the other', () => {
    expect(firstDates(office, office, monday, cohort)).toEqual([
      '2026-03-09T08:00:00.000Z',
      '2026-03-12T15:00:00.000Z',
    ]);
  });

  it('lie within the hours of both, in UTC', () => {
    const newYork = side(week, '09:00', '17:00', 'America/New_York');
    expect(firstDates(office, newYork, monday, cohort)).toEqual([
      '2026-03-09T13:00:00.000Z',
      '2026-03-12T15:00:00.000Z',
    ]);
  });

  it('avoid holidays and absences', () => {
    const absent: Side = {
      ...office,
      hr: {
        employeeKey: '0'.repeat(32),
        level: 2,
        managerKey: 'top',
        status: 'active',
        away: { from: '2026-03-10', to: '2026-03-11' },
      },
    };
    expect(firstDates(office, absent, monday, { ...cohort, holidays: ['2026-03-09'] })).toEqual([
      '2026-03-12T08:00:00.000Z',
      '2026-03-13T15:00:00.000Z',
    ]);
  });

  it('reach further ahead where too few days fit, and are working days to refuse where none does', () => {
    const mondays = side([1], '09:00', '11:00');
    expect(firstDates(mondays, office, monday, cohort)).toEqual([
      '2026-03-09T08:00:00.000Z',
      '2026-03-16T09:00:00.000Z',
    ]);
    expect(firstDates(mondays, side([2], '09:00', '17:00'), monday, cohort)).toEqual([
      '2026-03-09T09:00:00.000Z',
      '2026-03-10T13:00:00.000Z',
    ]);
  });

  it('keep to the wall clock over the change to summer time', () => {
    expect(firstDates(office, office, '2026-03-26T10:00:00.000Z', cohort)[0]).toBe('2026-03-31T07:00:00.000Z');
  });
});
