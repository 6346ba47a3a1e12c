import { Address, type Cohort, type Language } from '../../shared/cohort/cohort.ts';
import { oneLine } from '../../shared/participant/self-form.ts';
import { parseHours } from '../../shared/submission/hours.ts';
import type { Told } from '../../shared/submission/submission.ts';

/** What somebody typed, as they typed it: a page with an error shows it again, so nothing is lost. */
export interface Fields {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly callName: string;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly letterLanguage: string;
  readonly timeZone: string;
  readonly hours: string;
  readonly capacity: string;
  readonly meetingMode: string;
  readonly pleaseNot: string;
  readonly schedulingContact: string;
}
export type Field = keyof Fields;
export type Fault =
  | 'missing'
  | 'too long'
  | 'not an address'
  | 'not our domain'
  | 'not hours'
  | 'not a zone'
  | 'not a choice'
  | 'too many';
export type Wrong = Readonly<Partial<Record<Field, Fault>>>;

export const offeredLanguages = ['de', 'en', 'fr', 'es', 'it', 'pl', 'tr'] as const;
export const mostPartners = 4;
const mostPleaseNot = 20;

export const emptyFields = (cohort: Cohort, language: Language): Fields => ({
  name: '',
  email: '',
  role: '',
  callName: '',
  topics: [],
  languages: [language],
  letterLanguage: language,
  timeZone: cohort.timeZone,
  hours: '09:00-17:00',
  capacity: String(Math.min(cohort.capacity, mostPartners)),
  meetingMode: 'any',
  pleaseNot: '',
  schedulingContact: '',
});

/** Longer than any field is shown again; a body of this size was not typed. */
const cut = 2_000;

export function fieldsOf(form: URLSearchParams): Fields {
  const one = (name: Field) => (form.get(name) ?? '').slice(0, cut).trim();
  const many = (name: Field) =>
    form
      .getAll(name)
      .slice(0, 60)
      .map((value) => value.slice(0, 200));
  return {
    name: oneLine(one('name')),
    email: one('email'),
    role: one('role'),
    callName: oneLine(one('callName')),
    topics: many('topics'),
    languages: many('languages'),
    letterLanguage: one('letterLanguage'),
    timeZone: one('timeZone'),
    hours: one('hours'),
    capacity: one('capacity'),
    meetingMode: one('meetingMode'),
    pleaseNot: one('pleaseNot'),
    schedulingContact: one('schedulingContact'),
  };
}

/** What was typed, as a form carries it. */
export const formOf = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as [string, string])),
  );

/** One submission, or what is wrong beside each field. */
export function readForm(
  fields: Fields,
  cohort: Pick<Cohort, 'topics' | 'domains'>,
): { readonly told: Told; readonly wrong?: never } | { readonly told?: undefined; readonly wrong: Wrong } {
  const wrong: Partial<Record<Field, Fault>> = {};
  const fault = (field: Field, what: Fault): undefined => {
    wrong[field] ??= what;
    return undefined;
  };
  const choice = <const T extends string>(field: Field, value: string, of: readonly T[]): T | undefined =>
    of.find((each) => each === value) ?? fault(field, value === '' ? 'missing' : 'not a choice');
  const address = (field: Field, value: string): string | undefined => {
    const parsed = Address.safeParse(value);
    return parsed.success ? parsed.data : fault(field, 'not an address');
  };

  const name = fields.name === '' ? fault('name', 'missing') : fields.name;
  if (fields.name.length > 120) fault('name', 'too long');
  if (fields.callName.length > 60) fault('callName', 'too long');
  const email = fields.email === '' ? fault('email', 'missing') : address('email', fields.email);
  if (email && !isOurs(email, cohort.domains)) fault('email', 'not our domain');
  const role = choice('role', fields.role, ['junior', 'senior']);
  const letterLanguage = choice('letterLanguage', fields.letterLanguage, ['de', 'en']);
  const meetingMode = choice('meetingMode', fields.meetingMode, ['any', 'in person', 'remote']);
  const topics = cohort.topics.filter((topic) => fields.topics.includes(topic));
  if (topics.length === 0) fault('topics', 'missing');
  const languages = offeredLanguages.filter((language) => fields.languages.includes(language));
  if (languages.length === 0) fault('languages', 'missing');
  if (!Intl.supportedValuesOf('timeZone').includes(fields.timeZone)) fault('timeZone', 'not a zone');
  const hours = parseHours(fields.hours) ?? fault('hours', fields.hours === '' ? 'missing' : 'not hours');
  if (!/^[1-4]$/.test(fields.capacity)) fault('capacity', 'not a choice');
  const pleaseNot = fields.pleaseNot
    .split(/[\s,;|]+/)
    .flatMap((each) => (each === '' ? [] : [address('pleaseNot', each)]));
  if (pleaseNot.length > mostPleaseNot) fault('pleaseNot', 'too many');
  const schedulingContact =
    fields.schedulingContact === '' ? undefined : address('schedulingContact', fields.schedulingContact);

  if (!name || !email || !role || !letterLanguage || !meetingMode || !hours || Object.keys(wrong).length > 0) {
    return { wrong };
  }
  return {
    told: {
      name,
      address: email,
      role,
      ...(fields.callName ? { callName: fields.callName } : {}),
      topics,
      languages,
      letterLanguage,
      timeZone: fields.timeZone,
      hours,
      capacity: Number(fields.capacity),
      meetingMode,
      pleaseNot: pleaseNot.filter((each) => each !== undefined),
      ...(schedulingContact ? { schedulingContact } : {}),
    },
  };
}

/** A listed domain or a part of it: `mail.example.com` belongs to `example.com`. */
function isOurs(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`));
}
