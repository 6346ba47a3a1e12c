import type { CohortId, PersonId } from '../../../events/ids.ts';
import { Rules } from '../../../shared/cohort/cohort.ts';
import type { Candidate, PairingInput } from '../../../shared/pairing/input.ts';
import { pair } from '../../../shared/pairing/pairing.ts';
import { verify } from '../../../shared/pairing/solver/verify.ts';

export const rules = Rules.parse({ weights: {} });
export const personId = (name: string) => `per_${name.padEnd(8, '0')}` as PersonId;

/** Somebody whom every rule allows, unless `changes` says otherwise. Reports to `boss`, who is outside. */
export function candidate(
  name: string,
  role: Candidate['role'],
  changes: Omit<Partial<Candidate>, 'hr'> & { hr?: Partial<NonNullable<Candidate['hr']>> } = {},
): Candidate {
  const { hr, ...rest } = changes;
  return {
    person: personId(name),
    role,
    topics: ['AI'],
    languages: ['de'],
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
    timeZone: 'Europe/Berlin',
    meetingMode: 'any',
    places: 1,
    paired: false,
    pleaseNot: [],
    pairedBefore: [],
    leftOut: 0,
    hr: {
      employeeKey: name,
      managerKey: `boss-${role}`,
      level: role === 'junior' ? 2 : 7,
      unit: role,
      site: 'Here',
      status: 'active',
      ...hr,
    },
    ...rest,
  };
}

export const inputOf = (people: readonly Candidate[], chain: PairingInput['chain'] = []): PairingInput => ({
  cohortId: 'coh_01jqa2b3c4d5' as CohortId,
  week: '2026-03-02',
  people,
  chain: [
    ['boss-junior', 'top'],
    ['boss-senior', 'top'],
    ...people.flatMap(({ hr }) => (hr ? [[hr.employeeKey, hr.managerKey] as const] : [])),
    ...chain,
  ],
});

/** Pairs these people, who can be paired, and has the proof checked. */
export function paired(input: PairingInput, these: Rules = rules, seed = 1) {
  const made = pair(input, these, seed);
  if (!made.ok) throw new Error(`refused: ${made.refused.map(({ rule }) => rule).join(', ')}`);
  const wrong = verify(made.problem, made.solution);
  if (wrong.length > 0) throw new Error(wrong.join(', '));
  return made;
}

export const resultOf = (...of: Parameters<typeof paired>) => paired(...of).result;
