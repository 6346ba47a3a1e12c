import type { LetterVariables } from '../../shared/letter/content/contents.ts';
import type { Frame } from '../../shared/letter/content/frame.ts';

/** As long as a real token. */
const token = 'k1.eyJ0IjoiYW5zd2VyIiwiYyI6ImNvaF8wMUoifQ'.padEnd(180, 'Az09-_');
export const page = (path: string) => `https://mentoring.example.com/${path}/${token}`;

const mia = { callName: 'Mia', name: 'Mia Öztürk' };
const jonas = { callName: 'Jonas', name: 'Dr. Jonas Weidenfeller' };
const sabine = { callName: 'Sabine', name: 'Sabine Krämer' };

/** The junior's side, and the senior's. */
const junior = { person: mia, partner: jonas, role: 'junior' } as const;
const senior = { person: jonas, partner: mia, role: 'senior' } as const;
const production: string | null = 'Production';
const people: string | null = 'People and Culture';

const confirm = {
  sessions: 6,
  minutes: 60,
  start: '2026-12-01',
  end: '2027-05-31',
  answerBy: '2026-11-27',
  yes: `${page('confirm')}?answer=yes`,
  no: `${page('confirm')}?answer=no`,
};
const confirms: LetterVariables['confirm'][] = [
  { ...confirm, person: mia, role: 'junior' },
  { ...confirm, person: jonas, role: 'senior' },
];
const consent = {
  topics: ['Digital tools', 'Social media'],
  apart: 'unit and site' as const,
  until: '2026-12-01T09:00',
  yes: `${page('consent')}?answer=yes`,
  no: `${page('consent')}?answer=no`,
};
const alike = { ...consent, topics: [], apart: 'nowhere' as const };
const toJunior = { ...consent, person: mia, partner: { ...jonas, unit: production } };
const toSenior = { ...consent, person: jonas, partner: { ...mia, unit: people } };
const introduction = {
  topics: ['Digital tools', 'Social media'],
  proposals: ['2026-12-03T10:00', '2026-12-08T14:30'] as [string, string],
  timeZone: 'Berlin',
  minutes: 60,
  logSession: page('me'),
};
const onlyMeeting = { when: '2026-12-03T14:30', timeZone: 'Berlin', minutes: 60 };
const meeting = { ...onlyMeeting, plan: page('me') };
const [jonasMail, miaMail] = ['jonas.weidenfeller@example.com', 'mia.oeztuerk@example.com'];
const asked = {
  closes: '2026-12-18',
  yes: `${page('answer')}?p1=yes`,
  dateIsSet: `${page('answer')}?p1=date`,
  no: `${page('answer')}?p1=no`,
  byMail: false,
};
const checkIns: LetterVariables['check-in'][] = [
  { ...junior, ...asked },
  { ...senior, ...asked },
  { ...senior, ...asked, byMail: true },
];
const answer = { person: mia, partner: jonas, closes: '2026-12-18', change: page('answer') };
const colleague = { person: sabine, by: 'Hanna Huber', desk: 'https://mentoring.example.com/desk' };
const task = {
  person: sabine,
  cohort: 'Blickwechsel 2027',
  desk: 'https://mentoring.example.com/desk/cohorts/coh_01jqa2b3c4d5',
};

/** Every kind, and every shape of its variables that changes what is said. */
export const samples: { [Kind in keyof LetterVariables]: LetterVariables[Kind][] } = {
  'sign-in': [{ link: page('desk'), minutes: 15 }],
  'desk-invitation': [
    { ...colleague, role: 'coordinator', cohorts: ['Blickwechsel 2027', 'Vertrieb Nord'], days: 7 },
    { ...colleague, role: 'reader', cohorts: [], days: 7 },
    { ...colleague, role: 'admin', cohorts: [], days: 7 },
  ],
  'hand-over': [
    { ...colleague, cohorts: ['Blickwechsel 2027'], tasks: 3, note: 'Jonas Weidenfeller is on leave until Monday.' },
    { ...colleague, cohorts: ['Blickwechsel 2027', 'Vertrieb Nord'], tasks: 1, note: null },
  ],
  confirm: confirms,
  'confirm-reminder': confirms,
  'consent-junior': [
    toJunior,
    { ...toJunior, apart: 'unit' },
    { ...alike, person: mia, partner: { ...jonas, unit: null } },
  ],
  'consent-senior': [
    toSenior,
    { ...toSenior, apart: 'site' },
    { ...alike, person: jonas, partner: { ...mia, unit: null } },
  ],
  'consent-reminder': [
    { ...toJunior, role: 'junior' },
    { ...toSenior, role: 'senior' },
  ],
  'consent-closed': [{ person: mia, partner: jonas }],
  waitlist: [{ person: mia, myData: page('me') }],
  introduction: [
    { ...introduction, person: mia, partner: { ...jonas, unit: production, email: jonasMail }, role: 'junior' },
    { ...introduction, person: jonas, partner: { ...mia, unit: people, email: miaMail }, role: 'senior' },
    { ...introduction, person: jonas, partner: { ...mia, unit: null, email: miaMail }, role: 'senior', topics: [] },
  ],
  invitation: [
    { ...meeting, person: mia, partner: jonas, what: 'set' },
    { ...meeting, person: jonas, partner: mia, what: 'moved' },
    { ...meeting, person: mia, partner: jonas, what: 'cancelled' },
  ],
  'assistant-invitation': [
    { ...onlyMeeting, person: jonas, what: 'set' },
    { ...onlyMeeting, person: jonas, what: 'moved' },
    { ...onlyMeeting, person: jonas, what: 'cancelled' },
    { ...onlyMeeting, person: jonas, what: 'passed' },
  ],
  'check-in': checkIns,
  'check-in-reminder': checkIns,
  'unclear-reply': [
    { person: mia, asked: { ...asked, partner: jonas, byMail: true }, logSession: page('me') },
    { person: mia, asked: null, logSession: page('me') },
  ],
  thanks: [
    { ...answer, met: 'yes', session: { date: '2026-12-03', minutes: 45 }, next: '2027-01-12', plan: null },
    { ...answer, met: 'date', session: null, next: '2027-01-12', plan: null },
    { ...answer, met: 'date', session: null, next: null, plan: page('me') },
    { ...answer, met: 'no', session: null, next: null, plan: null },
  ],
  'pause-receipt': [
    { person: mia, until: null, resume: page('me') },
    { person: mia, until: '2027-01-31', resume: page('me') },
  ],
  'resume-receipt': [{ person: mia }],
  'leave-receipt': [
    { person: mia, paired: true, meetings: [] },
    { person: mia, paired: true, meetings: [{ partner: jonas, when: '2026-12-03T14:30' }] },
    { person: mia, paired: false, meetings: [] },
  ],
  'partner-left': [junior, senior],
  blocked: [{ person: mia, partner: jonas }],
  goodbye: [
    { person: mia, role: 'junior', sessions: 0, myData: page('me') },
    { person: mia, role: 'junior', sessions: 5, myData: page('me') },
    { person: jonas, role: 'senior', sessions: 1, myData: page('me') },
    { person: jonas, role: 'senior', sessions: 5, myData: page('me') },
  ],
  help: [{ person: { callName: 'Tarek', name: 'Tarek Aydın' }, page: page('help') }],
  task: [
    { ...task, tasks: [{ what: 'rule-broken', count: 1 }] },
    {
      ...task,
      tasks: [
        { what: 'rule-unchecked', count: 2 },
        { what: 'mail-bounced', count: 3 },
        { what: 'mail-complained', count: 4 },
        { what: 'waits-for-hr', count: 5 },
        { what: 'letter-unknown', count: 6 },
      ],
    },
  ],
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
