import { PersonId } from '../../../events/ids.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { cohortId } from './sample.ts';

/** Somebody of the cohort, told apart by a number. */
export function someone(number: number, more: Partial<Participant> = {}): Participant {
  const key = number.toString(16).padStart(32, '0');
  return {
    schema: 1,
    version: 1,
    cohortId,
    personId: PersonId.parse(`per_${((number * 2_654_435_761) >>> 0).toString(16).padStart(32, '0')}`),
    role: 'junior',
    state: 'confirmed',
    name: `Person ${number}`,
    address: `p${number}@example.org`,
    hr: {
      employeeId: `E-${String(number).padStart(4, '0')}`,
      employeeKey: key,
      level: 2,
      unit: 'Sales',
      site: 'Kiel',
      managerKey: 'top',
      status: 'active',
    },
    self: {
      topics: ['digital tools'],
      languages: ['de'],
      letterLanguage: 'de',
      timeZone: 'Europe/Berlin',
      hours: [{ weekday: 1, from: '09:00', to: '17:00' }],
      capacity: 1,
      pleaseNot: [],
      meetingMode: 'any',
    },
    slots: {},
    capacity: 1,
    stopped: [],
    invitedAt: '2026-03-01T08:00:00.000Z',
    confirmedAt: '2026-03-01T09:00:00.000Z',
    pauses: 0,
    mail: 'ok',
    ...more,
  };
}
