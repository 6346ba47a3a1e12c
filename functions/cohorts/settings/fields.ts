import { type CohortSettings, CohortSettings as Schema } from '../../../shared/cohort/cohort.ts';
import { type Errors, faultOf, firstOf } from '../../../shared/desk/faults.ts';

/** The fields of the form as they are typed; the same names as in the HTML. */
export type Values = Readonly<Record<string, string>>;
const contactLists = { coordinator: 'coordinators', independent: 'independentContacts' } as const;
/** Empty lines below the contacts that are there. */
const spare = 1;

const lines = (list: readonly string[]) => list.join('\n');

export function valuesOf(settings: CohortSettings): Values {
  return {
    ...pick(settings, ['name', 'goals', 'language', 'addressForm', 'timeZone', 'enrolmentDeadline', 'start', 'end']),
    topics: lines(settings.topics),
    holidays: lines(settings.holidays),
    domains: lines(settings.domains),
    sponsor: settings.sponsor ?? '',
    replyTo: settings.replyTo ?? '',
    replyByMail: settings.replyByMail ? 'yes' : 'no',
    programme: settings.branding.programme,
    signature: settings.branding.signature,
    colour: settings.branding.colour,
    logo: settings.branding.logo?.src ?? '',
    logoAlt: settings.branding.logo?.alt ?? '',
    sessions: String(settings.sessions),
    cadenceMonths: String(settings.cadenceMonths),
    capacity: String(settings.capacity),
    enrolmentReminder: String(settings.timers.enrolmentReminder),
    checkInReminder: String(settings.timers.checkInReminder),
    checkInCloses: String(settings.timers.checkInCloses),
    consentReminder: String(settings.timers.consentReminder),
    consentCloses: String(settings.timers.consentCloses),
    consentSettles: String(settings.timers.consentSettles),
    ...contactValues('coordinator', settings.coordinators),
    ...contactValues('independent', settings.independentContacts),
  };
}

const pick = <T extends object, K extends keyof T & string>(from: T, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, String(from[name])]));

const contactValues = (prefix: string, list: CohortSettings['coordinators']) =>
  Object.fromEntries(
    list.flatMap(({ name, address }, row) => [
      [`${prefix}-name-${row}`, name],
      [`${prefix}-address-${row}`, address],
    ]),
  );

/** How many rows the form shows for a kind of contact: those that are filled and a spare one, at least two. */
export function rowsOf(values: Values, prefix: keyof typeof contactLists): number {
  const filled = rowNumbers(values, prefix);
  return Math.min(10, Math.max(2, (filled.at(-1) ?? -1) + 1 + spare));
}

const rowNumbers = (values: Values, prefix: string): number[] =>
  Array.from({ length: 10 }, (_, row) => row).filter(
    (row) => values[`${prefix}-name-${row}`]?.trim() || values[`${prefix}-address-${row}`]?.trim(),
  );

export type Parsed =
  | { readonly ok: true; readonly settings: CohortSettings }
  | { readonly ok: false; readonly errors: Errors };

/** Reads the form over `base`, which keeps what the form does not ask. */
export function parse(values: Values, base: CohortSettings): Parsed {
  const text = (name: string) => (values[name] ?? '').trim();
  const whole = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name).replace(',', '.')));
  // A form of before has no such field.
  const later = (name: keyof CohortSettings['timers']) =>
    values[name] === undefined ? base.timers[name] : whole(name);
  const list = (name: string) => [...new Set(text(name).split(/[\n;]/).flatMap(trimmed))];
  const contacts = (prefix: string) =>
    rowNumbers(values, prefix).map((row) => ({
      name: text(`${prefix}-name-${row}`),
      address: text(`${prefix}-address-${row}`),
    }));
  const candidate = {
    ...base,
    name: text('name'),
    goals: text('goals'),
    topics: list('topics'),
    language: text('language'),
    addressForm: text('addressForm'),
    timeZone: text('timeZone'),
    enrolmentDeadline: text('enrolmentDeadline'),
    start: text('start'),
    end: text('end'),
    sessions: whole('sessions'),
    cadenceMonths: whole('cadenceMonths'),
    capacity: whole('capacity'),
    coordinators: contacts('coordinator'),
    independentContacts: contacts('independent'),
    sponsor: text('sponsor') || undefined,
    replyTo: text('replyTo') || undefined,
    // A form of before has no such field.
    replyByMail: values.replyByMail === undefined ? base.replyByMail : text('replyByMail') === 'yes',
    holidays: list('holidays'),
    domains: list('domains').map((domain) => domain.toLowerCase().replace(/^@/, '')),
    branding: {
      programme: text('programme'),
      // A form of before has no such field.
      colour: text('colour').toLowerCase() || base.branding.colour,
      signature: text('signature').replaceAll('\r\n', '\n'),
      // A picture without words is nothing to those who do not see it.
      logo: text('logo') ? { src: text('logo'), alt: text('logoAlt') || text('programme') } : undefined,
    },
    timers: {
      enrolmentReminder: whole('enrolmentReminder'),
      checkInReminder: whole('checkInReminder'),
      checkInCloses: whole('checkInCloses'),
      consentReminder: later('consentReminder'),
      consentCloses: later('consentCloses'),
      consentSettles: later('consentSettles'),
    },
  };
  const result = Schema.safeParse(candidate);
  if (result.success) return { ok: true, settings: withoutEmpty(result.data) };
  return {
    ok: false,
    errors: firstOf(result.error.issues.map((issue) => [fieldOf(issue.path, values), faultOf(issue)] as const)),
  };
}

const trimmed = (line: string): string[] => (line.trim() === '' ? [] : [line.trim()]);

function withoutEmpty({ sponsor, replyTo, branding, ...settings }: CohortSettings): CohortSettings {
  const { logo, ...rest } = branding;
  return {
    ...settings,
    branding: { ...rest, ...(logo ? { logo } : {}) },
    ...(sponsor ? { sponsor } : {}),
    ...(replyTo ? { replyTo } : {}),
  };
}

/** The field of the form in which this part of the settings was typed. */
export function fieldOf(path: readonly PropertyKey[], values: Values): string {
  const [first, second, third] = path.map(String);
  for (const [prefix, list] of Object.entries(contactLists)) {
    if (first !== list) continue;
    const row = rowNumbers(values, prefix)[Number(second)] ?? 0;
    return `${prefix}-${third ?? 'name'}-${row}`;
  }
  if (second === 'logo') return third === 'alt' ? 'logoAlt' : 'logo';
  if (first === 'timers' || first === 'branding') return second ?? first;
  return first ?? 'name';
}
