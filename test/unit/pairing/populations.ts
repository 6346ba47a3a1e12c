import fc from 'fast-check';
import type { PersonId } from '../../../events/ids.ts';
import { Rules } from '../../../shared/cohort/cohort.ts';
import type { Candidate, PairingInput } from '../../../shared/pairing/input.ts';
import { inputOf, personId } from './candidates.ts';

/** A small house in which every rule is broken by somebody. */
export interface Population {
  readonly input: PairingInput;
  readonly rules: Rules;
}

const some = <T>(list: readonly T[], most: number) => fc.subarray([...list], { maxLength: most });
const names = Array.from({ length: 12 }, (_, number) => `p${String.fromCharCode(97 + number)}`);
const ids = names.map(personId);

const hours = fc.array(
  fc.record({
    weekday: fc.integer({ min: 1, max: 3 }),
    from: fc.constantFrom('08:00', '09:30', '13:00'),
    to: fc.constantFrom('10:00', '12:15', '17:00'),
  }),
  { minLength: 1, maxLength: 4 },
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const person = (name: string, at: number): fc.Arbitrary<Candidate> =>
  fc
    .record({
      role: fc.constantFrom('junior' as const, 'senior' as const),
      topics: some(['AI', 'Law', 'Media', 'Rare'], 3),
      languages: some(['de', 'en', 'fr'], 2),
      hours,
      timeZone: fc.constantFrom('Europe/Berlin', 'Europe/London', 'America/New_York'),
      meetingMode: fc.constantFrom('any' as const, 'in person' as const, 'remote' as const),
      places: fc.integer({ min: 1, max: 2 }),
      paired: fc.boolean(),
      pleaseNot: some(ids, 1),
      pairedBefore: some(ids, 1),
      leftOut: fc.integer({ min: 0, max: 3 }),
      level: fc.integer({ min: 1, max: 4 }),
      // Only of people before: nobody reports in a circle.
      manager: fc.constantFrom('top', 'boss-junior', 'boss-senior', ...names.slice(0, at)),
      appraisedByKey: optional(fc.constantFrom(...names)),
      unit: optional(fc.constantFrom('A', 'B')),
      site: optional(fc.constantFrom('X', 'Y')),
    })
    .map(({ level, manager, appraisedByKey, unit, site, role, ...rest }) => ({
      ...rest,
      role,
      person: personId(name),
      hr: {
        employeeKey: name,
        managerKey: manager,
        level: role === 'senior' ? level + 2 : level,
        status: 'active' as const,
        ...(appraisedByKey ? { appraisedByKey } : {}),
        ...(unit ? { unit } : {}),
        ...(site ? { site } : {}),
      },
    }));

const weight = fc.constantFrom(0, 7, 30, 100);
const rules = fc
  .record({
    minLevelGap: fc.integer({ min: 1, max: 3 }),
    minOverlapHours: fc.constantFrom(0.5, 2, 4),
    weights: fc.record({
      topicFit: weight,
      differentUnit: weight,
      differentSite: weight,
      hoursOverlap: weight,
      meetingMode: weight,
      waitlist: weight,
      levelSpread: weight,
    }),
    blocks: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 2 }),
  })
  .map((each) => Rules.parse(each));

export const populations: fc.Arbitrary<Population> = fc.record({
  input: fc.tuple(...names.map(person)).map((people) => inputOf(people)),
  rules,
});

export const withPins = (these: Rules, pins: readonly (readonly [PersonId, PersonId])[]): Rules => ({
  ...these,
  pins: pins.map(([junior, senior]) => [junior, senior]),
});
