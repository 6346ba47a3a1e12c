import type { Instant } from '../../events/define.ts';
import type { PersonId } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { gone, type HrFacts, type Participant, type SelfTold } from '../participant/participant.ts';
import { participantStates } from '../participant/states.ts';
import type { Identity } from '../person/identity.ts';
import { type Draft, unnumbered } from '../table/aggregate.ts';
import { type Reason, reason } from './reasons.ts';
import type { Told } from './submission.ts';

export type MergeCohort = Pick<Cohort, 'cohortId' | 'language' | 'timeZone' | 'capacity'> & {
  /** Who is asked about a pair: their role stays like that of whoever has one, or the refusal would tell an answer. */
  readonly waiting?: ReadonlySet<PersonId>;
};
export type Merged =
  | { readonly to: Draft<Participant>; readonly left: boolean }
  /** Nothing to write: it is known already, or the person has left. */
  | { readonly unchanged: true }
  | { readonly refused: Reason };

/** Who comes without hours works in the usual ones until something else is said. */
const usualHours: SelfTold['hours'] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

/**
 * A line of the HR file put over what is known. HR's facts always count; what a person says of themself counts
 * until the person said it in person. A file neither invites nor brings back anybody.
 */
export function mergeFile(
  before: Participant | undefined,
  told: Told,
  personId: PersonId,
  cohort: MergeCohort,
  names: Identity,
): Merged {
  if (!told.role) return { unchanged: true };
  const leaves = told.status === 'left';
  if (before ? gone(before) && before.state !== 'declined' : leaves) return { unchanged: true };
  const paired = before && (Object.keys(before.slots).length > 0 || cohort.waiting?.has(personId));
  if (paired && before.role !== told.role) return { refused: reason('role-of-paired') };
  const self = withSelf(before?.self ?? defaults(cohort), told, names, before?.ownWords ?? []);
  const after: Draft<Participant> = {
    ...(before ? unnumbered(before) : fresh(cohort, personId)),
    role: told.role,
    name: told.name,
    address: told.address,
    // Mail did not reach the old address; who complained is not written to at a new one either.
    ...(corrected(before, told) ? { mail: 'ok' as const } : {}),
    hr: withHr(before?.hr, told, names),
    self,
    capacity: self.capacity,
  };
  if (leaves && before) {
    const state = participantStates.next(before.state, 'leave');
    return state ? { to: { ...after, state }, left: true } : { unchanged: true };
  }
  return before && same(unnumbered(before), after) ? { unchanged: true } : { to: after, left: false };
}

/** HR names another address for somebody whose mail came back. */
export const corrected = (before: Participant | undefined, { address }: Pick<Told, 'address'>): boolean =>
  before?.mail === 'bounced' && before.address !== address;

/**
 * What a form says of somebody who was enrolled before it came: kept aside. The form is open to everybody who has its
 * link, so it counts only when the person confirms it from the letter that went to their own address.
 */
export function mergeTyped(before: Participant, told: Told, names: Identity, at: Instant): Merged {
  if (gone(before) && before.state !== 'declined') return { unchanged: true };
  const self = newsOf(told, names);
  if (same(before.typed?.self ?? before.self, before.typed ? self : { ...before.self, ...self }))
    return { unchanged: true };
  return { to: { ...unnumbered(before), typed: { at, self } }, left: false };
}

/** What somebody says of themself put over what is known. Name, address and role stay HR's. */
export function mergeForm(before: Participant, told: Told, names: Identity): Merged {
  if (gone(before) && before.state !== 'declined') return { unchanged: true };
  const self = withSelf(before.self, told, names, []);
  const said = selfFields.filter((field) => told[field] !== undefined);
  const after: Draft<Participant> = {
    ...unnumbered(before),
    self,
    capacity: self.capacity,
    ownWords: [...new Set([...(before.ownWords ?? []), ...said])].sort(),
  };
  return same(unnumbered(before), after) ? { unchanged: true } : { to: after, left: false };
}

const selfFields = [
  'callName',
  'topics',
  'languages',
  'letterLanguage',
  'timeZone',
  'hours',
  'capacity',
  'pleaseNot',
  'meetingMode',
  'schedulingContact',
] as const satisfies readonly (keyof SelfTold & keyof Told)[];

const fresh = ({ cohortId, capacity }: MergeCohort, personId: PersonId) => ({
  cohortId,
  personId,
  state: 'enrolled' as const,
  slots: {},
  capacity,
  stopped: [],
  pauses: 0,
  mail: 'ok' as const,
});

const defaults = ({ language, timeZone, capacity }: MergeCohort): SelfTold => ({
  topics: [],
  languages: [language],
  letterLanguage: language,
  timeZone,
  hours: usualHours,
  capacity,
  pleaseNot: [],
  meetingMode: 'any',
});

function withSelf(before: SelfTold, told: Told, names: Identity, ownWords: readonly string[]): SelfTold {
  const news = newsOf(told, names);
  for (const field of ownWords) delete news[field as keyof SelfTold];
  return { ...before, ...news };
}

const newsOf = (told: Told, names: Identity): Partial<SelfTold> => ({
  ...pick(told, selfFields),
  ...(told.pleaseNot ? { pleaseNot: told.pleaseNot.map((each) => keyOf(each, names)) } : {}),
});

/** Somebody is named by address or by employee id. */
const keyOf = (idOrAddress: string, names: Identity) =>
  idOrAddress.includes('@') ? names.addressKey(idOrAddress) : names.employeeKey(idOrAddress);

function withHr(before: HrFacts | undefined, told: Told, names: Identity): HrFacts {
  const { employeeId = '', managerId = '' } = told;
  return {
    ...before,
    ...pick(told, ['employeeId', 'unit', 'site', 'away']),
    employeeKey: names.employeeKey(employeeId),
    level: told.level ?? before?.level ?? 0,
    managerKey: managerId === '-' ? 'top' : names.employeeKey(managerId),
    ...(told.appraisedBy ? { appraisedByKey: names.employeeKey(told.appraisedBy) } : {}),
    status: told.status ?? before?.status ?? 'active',
  };
}

function pick<T extends object, const K extends keyof T>(from: T, fields: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const field of fields) if (from[field] !== undefined) picked[field] = from[field];
  return picked;
}

/** Equal whatever the order of fields; an absent field equals an undefined one. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
