import { Address } from '../cohort/cohort.ts';
import type { SelfTold, WorkingHours } from './participant.ts';

export type WrongSelf = 'hours' | 'schedulingContact';

const languages = ['de', 'en', 'fr', 'es', 'it', 'pl', 'tr'];
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The languages that a form offers: the usual ones and what the person said before. */
export const languagesFor = (self: SelfTold): string[] => [...new Set([...languages, ...self.languages])];
/** The cohort's topics, and what the person named before although it is not on the list. */
export const topicsFor = (self: SelfTold, topics: readonly string[]): string[] => [
  ...new Set([...topics, ...self.topics]),
];

/** The short part, asked with the yes: how to call me, what about, in which languages. */
export function readShort(form: URLSearchParams, before: SelfTold, topics: readonly string[]): SelfTold {
  const { callName: _callName, ...rest } = before;
  const callName = oneLine(form.get('callName') ?? '')
    .slice(0, 60)
    .toWellFormed();
  const known = (offered: readonly string[], name: string) =>
    offered.filter((each) => form.getAll(name).includes(each));
  return {
    ...rest,
    ...(callName ? { callName } : {}),
    topics: known(topicsFor(before, topics), 'topics'),
    languages: known(languagesFor(before), 'languages'),
  };
}

/** Partners' letters carry the call name, also in their subject: a break or another control character would stop them. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** All that a person says of themself, but for what only HR or other people may set. */
export function readSelf(
  form: URLSearchParams,
  before: SelfTold,
  topics: readonly string[],
): { self: SelfTold; wrong: WrongSelf[] } {
  const { schedulingContact: _contact, ...short } = readShort(form, before, topics);
  const hours = readHours(form);
  const contactText = (form.get('schedulingContact') ?? '').trim();
  const contact = contactText === '' ? undefined : Address.safeParse(contactText);
  const mode = form.get('meetingMode');
  const language = form.get('letterLanguage');
  const zone = form.get('timeZone') ?? '';
  return {
    self: {
      ...short,
      letterLanguage: language === 'de' || language === 'en' ? language : before.letterLanguage,
      timeZone: Intl.supportedValuesOf('timeZone').includes(zone) ? zone : before.timeZone,
      meetingMode: mode === 'any' || mode === 'in person' || mode === 'remote' ? mode : before.meetingMode,
      hours: hours === 'as before' || hours === undefined ? before.hours : hours,
      ...(contact?.success ? { schedulingContact: contact.data } : {}),
    },
    wrong: [
      ...(hours === undefined ? (['hours'] as const) : []),
      ...(contact && !contact.success ? (['schedulingContact'] as const) : []),
    ],
  };
}

/** The same hours on each chosen day; `undefined` if they cannot be. All left open: as before. */
function readHours(form: URLSearchParams): WorkingHours[] | 'as before' | undefined {
  const from = form.get('from') ?? '';
  const to = form.get('to') ?? '';
  const days = weekdays.filter((day) => form.getAll('days').includes(String(day)));
  if (days.length === 0 && from === '' && to === '') return 'as before';
  if (days.length === 0 || !time.test(from) || !time.test(to) || from >= to) return undefined;
  return days.map((weekday) => ({ weekday, from, to }));
}

/** Hours that a form can show: the same on each day. Others are shown as text and left as they are. */
export function sameHours(hours: readonly WorkingHours[]): { from: string; to: string; days: number[] } | undefined {
  const [first] = hours;
  if (!first || hours.some(({ from, to }) => from !== first.from || to !== first.to)) return undefined;
  return { from: first.from, to: first.to, days: hours.map(({ weekday }) => weekday) };
}
