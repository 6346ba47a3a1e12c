import type { LetterVariables } from '../../../shared/letter/content/contents.ts';
import type { Frame } from '../../../shared/letter/content/frame.ts';

/** As long as a real token. */
const token = 'k1.eyJ0IjoiYW5zd2VyIiwiYyI6ImNvaF8wMUoifQ'.padEnd(180, 'Az09-_');
export const page = (path: string) => `https://mentoring.example.com/${path}/${token}`;

const mia = { callName: 'Mia', name: 'Mia Öztürk' };
const jonas = { callName: 'Jonas', name: 'Dr. Jonas Weidenfeller' };

const confirm = {
  person: mia,
  sessions: 6,
  minutes: 60,
  start: '2026-12-01',
  end: '2027-05-31',
  answerBy: '2026-11-27',
  yes: `${page('confirm')}?answer=yes`,
  no: `${page('confirm')}?answer=no`,
};
const consent = {
  person: mia,
  partner: { ...jonas, unit: 'Production' as string | null },
  topics: ['Digital tools', 'Social media'],
  apart: 'unit and site' as const,
  until: '2026-12-01T09:00',
  yes: `${page('consent')}?answer=yes`,
  no: `${page('consent')}?answer=no`,
};
const alike = { ...consent, topics: [], apart: 'nowhere' as const, partner: { ...jonas, unit: null } };
const introduction = {
  person: mia,
  partner: { ...jonas, unit: 'Production', email: 'jonas.weidenfeller@example.com' },
  topics: ['Digital tools', 'Social media'],
  proposals: ['2026-12-03T10:00', '2026-12-08T14:30'] as [string, string],
  timeZone: 'Berlin',
  minutes: 60,
  logSession: page('me'),
};
const checkIn = {
  person: mia,
  partner: jonas,
  closes: '2026-12-18',
  yes: `${page('answer')}?met=yes`,
  dateIsSet: `${page('answer')}?met=date-is-set`,
  no: `${page('answer')}?met=no`,
};

const task = {
  person: mia,
  what: 'Call the senior',
  about: 'Jonas Weidenfeller and Mia Öztürk' as string | null,
  why: 'The date was moved twice in a row',
  desk: page('desk'),
};

/** Every kind, and every shape of its variables that changes what is said. */
export const samples: { [Kind in keyof LetterVariables]: LetterVariables[Kind][] } = {
  'sign-in': [{ link: page('desk'), minutes: 15 }],
  confirm: [
    { ...confirm, role: 'junior' },
    { ...confirm, role: 'senior' },
  ],
  'confirm-reminder': [
    { ...confirm, role: 'junior' },
    { ...confirm, role: 'senior' },
  ],
  'consent-junior': [consent, { ...consent, apart: 'unit' }, alike],
  'consent-senior': [consent, { ...consent, apart: 'site' }, alike],
  'consent-reminder': [
    { ...consent, role: 'junior' },
    { ...consent, role: 'senior' },
  ],
  introduction: [
    { ...introduction, role: 'junior' },
    { ...introduction, role: 'senior' },
    { ...introduction, role: 'senior', topics: [], partner: { ...introduction.partner, unit: null } },
  ],
  'check-in': [
    { ...checkIn, role: 'junior' },
    { ...checkIn, role: 'senior' },
  ],
  'check-in-reminder': [
    { ...checkIn, role: 'junior' },
    { ...checkIn, role: 'senior' },
  ],
  help: [{ person: jonas, page: page('help') }],
  'pause-receipt': [
    { person: mia, until: null, resume: page('me') },
    { person: mia, until: '2027-01-31', resume: page('me') },
  ],
  'resume-receipt': [{ person: mia }],
  'leave-receipt': [
    { person: mia, paired: true },
    { person: mia, paired: false },
  ],
  'partner-left': [
    { person: mia, partner: jonas, role: 'junior' },
    { person: mia, partner: jonas, role: 'senior' },
  ],
  blocked: [{ person: mia, partner: jonas }],
  'consent-closed': [{ person: mia, partner: jonas }],
  goodbye: [
    { person: mia, role: 'junior', sessions: 0, myData: page('me') },
    { person: mia, role: 'senior', sessions: 1, myData: page('me') },
    { person: mia, role: 'senior', sessions: 5, myData: page('me') },
  ],
  task: [task, { ...task, about: null }],
  waitlist: [{ person: mia, myData: page('me') }],
};

export const frame: Frame = {
  language: 'en',
  address: 'du',
  programme: 'Blickwechsel 2027',
  banner: 'dev',
  coordinators: [{ name: 'Sabine Krämer', email: 'sabine.kraemer@example.com' }],
  independentContacts: [{ name: 'Tarek Aydın', email: 'tarek.aydin@example.org' }],
  logSession: page('me'),
  me: page('me'),
  stop: page('stop'),
  accent: null,
  logo: { src: 'https://mentoring.example.com/assets/logo.png', alt: 'Blickwechsel' },
};
