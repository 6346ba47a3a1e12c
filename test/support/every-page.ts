import type { Language, LivedIn } from './lived-in.ts';

/** A page of the product, where it has something to show. */
export interface EveryPage {
  readonly name: string;
  /** As the API or the function's own list of routes says it. */
  readonly route: string;
  at(there: LivedIn, language: Language): string;
  /** Presses the page's own button first: what comes then is the page. */
  readonly pressed?: Readonly<Record<Language, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly status?: number;
}

const answer = /\/answer\//;
const mailed = (who: Parameters<LivedIn['mailed']>[0], link: RegExp) => (there: LivedIn, language: Language) =>
  there.mailed(who, language, link);
const mine = (page: string) => (there: LivedIn, language: Language) => {
  const [home = ''] = /^\/me\/[^/?]+/.exec(there.mailed('asked', language, /\/me\//)) ?? [];
  return page === '' ? home : `${home}/${page}`;
};
const save = { de: 'Speichern', en: 'Save' };
const me = '/me/{token}/{page}';

const participants: readonly EveryPage[] = [
  { name: 'neutral', route: '$default', at: () => '/answer/forged', status: 404 },
  { name: 'enrol', route: '/enrol/{token}', at: ({ enrol }) => enrol },
  {
    name: 'enrol-faults',
    route: '/enrol/{token}',
    at: ({ enrol }) => enrol,
    pressed: { de: 'Anmelden', en: 'Sign up' },
    status: 422,
  },
  { name: 'confirm', route: '/confirm/{token}', at: mailed('invited', /\/confirm\//) },
  { name: 'confirmed', route: '/confirm/{token}', at: mailed('invited', /\/confirm\//), pressed: save },
  { name: 'confirm-closed', route: '/confirm/{token}', at: mailed('asked', /\/confirm\//), status: 410 },
  { name: 'consent', route: '/consent/{token}', at: mailed('proposed', /\/consent\//) },
  { name: 'consented', route: '/consent/{token}', at: mailed('proposed', /\/consent\//), pressed: save },
  { name: 'consent-closed', route: '/consent/{token}', at: mailed('asked', /\/consent\//), status: 410 },
  { name: 'answer', route: '/answer/{token}', at: mailed('asked', answer) },
  { name: 'answered', route: '/answer/{token}', at: mailed('asked', answer), pressed: save },
  { name: 'me', route: '/me/{token}', at: mine('') },
  { name: 'me-session', route: `${me} session`, at: mine('session') },
  { name: 'me-next', route: `${me} next`, at: mine('next') },
  { name: 'me-data', route: `${me} data`, at: mine('data') },
  { name: 'me-letters', route: `${me} letters`, at: mine('letters') },
  { name: 'me-pause', route: `${me} pause`, at: mine('pause') },
  { name: 'me-resume', route: `${me} resume`, at: mine('resume') },
  { name: 'me-leave', route: `${me} leave`, at: mine('leave') },
  { name: 'stop', route: '/stop/{token}', at: mailed('asked', /\/stop\//) },
  { name: 'help', route: '/help/{token}', at: ({ help }) => help },
];

const cohort = '/desk/cohorts/:cohort';
/** Of the cohort that is under way; `also` shows the same of one that nobody has touched. */
const of = (room: string): EveryPage => ({
  name: room === '' ? 'cohort' : room.replaceAll('/', '-').slice(1),
  route: `${cohort}${room}`,
  at: ({ running }) => `${running}${room}`,
});
const emptyOf = (room: string): EveryPage => ({
  ...of(room),
  name: `empty-${of(room).name}`,
  at: ({ empty }) => `${empty}${room}`,
});
const linked = (room: string, link: RegExp) => (there: LivedIn) => there.linked(`${there.running}${room}`, link);
const letters = '/launch/letters?to=junior&kind=confirm';

const desk: readonly EveryPage[] = [
  { name: 'desk', route: '/desk', at: () => '/desk' },
  { name: 'desk-audit', route: '/desk/audit', at: () => '/desk/audit' },
  { name: 'staff', route: '/desk/staff', at: () => '/desk/staff' },
  { name: 'staff-invite', route: '/desk/staff/invite', at: () => '/desk/staff/invite' },
  { name: 'staff-hand-over', route: '/desk/staff/hand-over', at: () => '/desk/staff/hand-over' },
  { name: 'staff-member', route: '/desk/staff/:member', at: ({ colleague }) => colleague },
  {
    name: 'staff-member-hand-over',
    route: '/desk/staff/:member/hand-over',
    at: ({ colleague }) => `${colleague}/hand-over`,
  },
  { name: 'new-cohort', route: '/desk/cohorts/new', at: () => '/desk/cohorts/new' },
  {
    name: 'new-cohort-faults',
    route: '/desk/cohorts/new',
    at: () => '/desk/cohorts/new',
    pressed: { de: 'Jahrgang anlegen', en: 'Create the cohort' },
    status: 422,
  },
  { ...of('') },
  ...['/pairs', '/letters', '/end', '/audit', '/exports', '/settings', '/settings/letters'].map(of),
  ...['/runs', '/rules', '/rules/preview', '/upload', '/submissions', '/sources'].map(of),
  { ...of('/people') },
  ...['', '/pairs', '/letters', '/people', '/runs', '/submissions', '/sources', '/launch', '/audit'].map(emptyOf),
  { name: 'letter', route: `${cohort}/letters/:letter`, at: linked('/letters', /\/letters\/[^/?]+$/) },
  { name: 'person', route: `${cohort}/people/:person`, at: linked('/people', /\/people\/[^/?]+$/) },
  { name: 'run', route: `${cohort}/runs/:run`, at: linked('/runs', /\/runs\/run_/) },
  { name: 'run-exact', route: `${cohort}/runs/:run/exact`, at: linked('/runs/run', /\/exact/) },
  { name: 'preview', route: `${cohort}/uploads/:upload`, at: ({ preview }) => preview },
  { name: 'columns', route: `${cohort}/uploads/:upload/columns`, at: ({ columns }) => columns },
  {
    name: 'submission',
    route: `${cohort}/submissions/:submission`,
    at: linked('/submissions', /\/submissions\/[^/?]+$/),
  },
  { name: 'source', route: `${cohort}/sources/:source`, at: linked('/sources', /\/sources\/src_\w+$/) },
  {
    name: 'mapping',
    route: `${cohort}/sources/:source/mapping`,
    at: (there) => `${there.linked(`${there.running}/sources`, /\/sources\/src_\w+$/)}/mapping`,
  },
  { name: 'launch', route: `${cohort}/launch`, at: ({ draft }) => `${draft}/launch` },
  { name: 'launched', route: `${cohort}/launch`, at: ({ running }) => `${running}/launch` },
  { name: 'launch-letters', route: `${cohort}/launch/letters`, at: ({ draft }) => `${draft}${letters}` },
  { name: 'desk-missing', route: '/desk', at: () => '/desk/no-such-page', status: 404 },
];

/** Before anybody has signed in. */
const door: readonly EveryPage[] = [
  { name: 'sign-in', route: '/desk', at: () => '/desk' },
  {
    name: 'sign-in-sent',
    route: '/desk',
    at: () => '/desk',
    typed: { address: 'somebody@nordwerk.example' },
    pressed: { de: 'Link schicken', en: 'Send the link' },
  },
  { name: 'sign-in-link', route: '/desk/sign-in/:token', at: () => '/desk/sign-in/used', status: 404 },
];

export const pages = { participants, door, desk } as const;

/** What is answered by something else than a page. */
export const notPages: Readonly<Record<string, string>> = {
  [`${cohort}/upload/template`]: 'a file to download',
  [`${cohort}/launch/letters/shown`]: 'a letter for the frame of its page: the gallery of letters has tests of its own',
  '/desk/company-sign-in': 'leads to the company',
  '/desk/company-sign-in/return': 'comes from the company: its pages are the door’s',
  '/': 'the local stage shows a page of its own there; a unit test reads ours',
  '/assets/{file}': 'the style sheet and the icon',
};
