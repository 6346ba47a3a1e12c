import type { Cohort } from '../cohort/cohort.ts';
import * as cell from './cells.ts';
import { type Reason, reason } from './reasons.ts';
import type { Told } from './submission.ts';

/** What somebody may say of themself in a form elsewhere, by the names of the canonical columns. */
export const formFields = [
  'email',
  'name',
  'role',
  'call_name',
  'topics',
  'languages',
  'letter_language',
  'hours',
  'time_zone',
  'capacity',
  'meeting_mode',
  'please_not',
  'scheduling_contact',
] as const;
export type FormField = (typeof formFields)[number];
export const listFields: ReadonlySet<FormField> = new Set(['topics', 'languages', 'please_not']);

export type FormFaults = Readonly<Partial<Record<FormField, Reason>>>;
export type ReadForm =
  | { readonly told: Told; readonly faults?: never }
  | { readonly told?: never; readonly faults: FormFaults };

/** One form, field by field: all that is wrong is said, not only the first. What is blank is not told. */
export function readFormRow(
  cells: (field: FormField) => string,
  { topics, domains }: Pick<Cohort, 'topics' | 'domains'>,
): ReadForm {
  const faults: Partial<Record<FormField, Reason>> = {};
  const read = <T>(field: FormField, take: (value: string) => T): T | undefined => {
    const value = cells(field).trim();
    if (value === '') return undefined;
    try {
      return take(value);
    } catch (error) {
      if (!(error instanceof cell.BadCell)) throw error;
      faults[field] = error.reason;
      return undefined;
    }
  };
  const known = new Map(topics.map((topic) => [topic.toLowerCase(), topic]));
  const address = read('email', (value) => ours(cell.address(value, 'email'), domains));
  const self = {
    role: read('role', cell.role),
    callName: read('call_name', (value) => cell.text(value, 'call_name', 60)),
    topics: read('topics', (value) => cell.topics(value, known)),
    languages: read('languages', cell.languages),
    letterLanguage: read('letter_language', cell.letterLanguage),
    hours: read('hours', cell.hours),
    timeZone: read('time_zone', cell.timeZone),
    capacity: read('capacity', cell.capacity),
    meetingMode: read('meeting_mode', meetingMode),
    pleaseNot: read('please_not', (value) => cell.list(value, 'please_not')),
    schedulingContact: read('scheduling_contact', (value) => cell.address(value, 'scheduling_contact')),
  };
  const name = read('name', (value) => cell.text(value, 'name', 120));
  if (address === undefined) faults.email ??= reason('missing-value', { column: 'email' });
  if (address === undefined || Object.keys(faults).length > 0) return { faults };
  // HR's own name counts in the end; until then the address says enough to know who it is.
  return { told: { ...self, name: name ?? address.split('@')[0] ?? address, address } };
}

function ours(address: string, domains: readonly string[]): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (domains.length === 0 || domains.includes(domain)) return address;
  throw new cell.BadCell(reason('foreign-domain', { value: domain, accepted: someOf(domains) }));
}

/** As many as a reason has room for. */
function someOf(domains: readonly string[], most = 70): string {
  const shown = domains.filter((_, place) => domains.slice(0, place + 1).join(', ').length <= most);
  return [...shown, ...(shown.length < domains.length ? ['…'] : [])].join(', ');
}

const modes: ReadonlyMap<string, Told['meetingMode']> = new Map([
  ...['any', 'either', 'both', 'egal', 'beides'].map((word) => [word, 'any'] as const),
  ...['in person', 'on site', 'vor ort', 'persönlich'].map((word) => [word, 'in person'] as const),
  ...['remote', 'online', 'virtual', 'virtuell'].map((word) => [word, 'remote'] as const),
]);
function meetingMode(value: string): Told['meetingMode'] {
  const mode = modes.get(value.toLowerCase());
  if (mode) return mode;
  throw new cell.BadCell(reason('unknown-meeting-mode', { value }));
}
