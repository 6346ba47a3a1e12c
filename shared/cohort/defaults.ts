import type { Instant } from '../../events/define.ts';
import { addDays, addMonths, localDate, weekdayOf } from '../time/local.ts';
import { type CohortSettings, type Language, Rules, Timers } from './cohort.ts';

const zone = 'Europe/Berlin';

const tracks = {
  de: [
    'Digitales und KI-Werkzeuge',
    'Soziale Medien',
    'Junge Kundinnen und Kunden',
    'Neue Arbeit und Führung',
    'Arbeitgebermarke',
    'Nachhaltigkeit',
  ],
  en: [
    'Digital and AI tools',
    'Social media',
    'Young customers',
    'New work and leadership',
    'Employer brand',
    'Sustainability',
  ],
} as const;

/** Topics that nobody has touched speak the language that was chosen for the letters. */
export function topicsIn(language: Language, topics: readonly string[]): string[] {
  const untouched = Object.values(tracks).some((list) => JSON.stringify(list) === JSON.stringify(topics));
  return [...(untouched ? tracks[language] : topics)];
}

const names = { de: 'Reverse Mentoring', en: 'Reverse mentoring' } as const;

/** A cohort that can be made by one press: enrolment for three weeks, six monthly sessions after it. */
export function defaultSettings(
  at: Instant,
  language: Language,
  coordinator: { name: string; address: string },
): CohortSettings {
  const today = localDate(at, zone);
  const enrolmentDeadline = addDays(today, 21);
  const start = nextMonday(addDays(enrolmentDeadline, 7));
  return {
    name: `${names[language]} ${today.slice(0, 4)}`,
    goals: '',
    topics: [...tracks[language]],
    tracks: [],
    language,
    addressForm: 'sie',
    timeZone: zone,
    enrolmentDeadline,
    start,
    end: addMonths(start, 6),
    sessions: 6,
    cadenceMonths: 1,
    rules: Rules.parse({ weights: {} }),
    capacity: 1,
    coordinators: [coordinator],
    independentContacts: [],
    holidays: [],
    branding: { programme: 'Reverse Mentoring', colour: '#1f5f8b', signature: '' },
    timers: Timers.parse({}),
    replyByMail: false,
    domains: domainsOf(coordinator.address),
  };
}

const nextMonday = (date: string): string => addDays(date, (8 - weekdayOf(date)) % 7);

/** Where everybody can have an address: a form that is open to them is open to the world. */
const everybodys = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|t-online|freenet|proton|protonmail)\./;

/** The company's own, as the coordinator's address has it: an empty list would leave the enrolment form closed. */
export function domainsOf(address: string): string[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return everybodys.test(domain) || !/^[a-z0-9.-]+\.[a-z]{2,}$/.test(domain) ? [] : [domain];
}
