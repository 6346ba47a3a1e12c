import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import { Accent } from '../../shared/letter/content/accent.ts';
import type { Frame } from '../../shared/letter/content/frame.ts';
import { kindOf } from '../../shared/letter/kinds.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { type Composed, compose } from '../../shared/letter/render/compose.ts';
import { callNameOf, type Participant } from '../../shared/participant/participant.ts';
import { calendarDate, wallClock } from '../../shared/time/calendar.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import type { TokenType } from '../../shared/token/types.ts';
import type { Material } from './read.ts';

/** Makes a signed link of this type. */
export type Linker = (type: TokenType, claims: Readonly<Record<string, string>>, expires: Instant) => Promise<string>;

export interface Written extends Composed {
  readonly to: { readonly name: string; readonly address: string };
  readonly from: string;
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly listUnsubscribe?: string;
  readonly list: string;
}

/** Minutes of a session, as the letters promise it. */
const sessionMinutes = 60;
const productName = 'Reverse Mentoring';

/** Writes one letter from what the table knows. A missing part is a broken contract and throws. */
export async function writeLetter(
  letter: Letter,
  material: Material,
  { link, origin, banner }: { link: Linker; origin: string; banner: string | null },
): Promise<Written> {
  if (letter.kind === 'sign-in') return signIn(letter, material, link, banner);
  const cohort = need(material.cohort, 'cohort');
  if (letter.kind === 'help') return help(cohort, material, link, banner);
  const participant = need(material.participant, 'participant');
  const links = await linksOf(letter, cohort, participant, link);
  const frame: Frame = {
    ...voiceOf(cohort, participant),
    banner,
    ...contactsOf(cohort),
    logSession: material.pair ? `${links.me}/session` : null,
    me: links.me,
    stop: links.stop ?? null,
    accent: accentOf(cohort),
    logo: null,
  };
  const composed = await about(letter, cohort, participant, material, frame, links.me, link);
  const [coordinator] = cohort.coordinators;
  const replyTo = cohort.replyTo ? { name: cohort.branding.programme, address: cohort.replyTo } : coordinator;
  return {
    ...composed,
    to: { name: participant.name, address: participant.address },
    from: cohort.branding.programme,
    ...(replyTo ? { replyTo: { name: replyTo.name, address: replyTo.address } } : {}),
    ...(links.stop ? { listUnsubscribe: links.stop } : {}),
    list: `${cohort.cohortId.replaceAll('_', '-')}.${new URL(origin).hostname}`,
  };
}

async function about(
  letter: Letter,
  cohort: Cohort,
  participant: Participant,
  material: Material,
  frame: Frame,
  me: string,
  link: Linker,
): Promise<Composed> {
  const person = personOf(participant);
  const { role } = participant;
  const partner = () => personOf(need(material.partner, 'partner'));
  const { cohortId } = cohort;
  const { personId } = participant;
  switch (letter.kind) {
    case 'confirm':
    case 'confirm-reminder': {
      const page = await link('confirm', { cohort: cohortId, person: personId }, cohort.endsAt);
      return compose(
        letter.kind,
        {
          person,
          role,
          sessions: cohort.sessions,
          minutes: sessionMinutes,
          start: cohort.start,
          end: cohort.end,
          answerBy: answerBy(cohort, letter),
          yes: `${page}?answer=yes`,
          no: `${page}?answer=no`,
        },
        frame,
      );
    }
    case 'introduction': {
      const other = need(material.partner, 'partner');
      const [first, second] = need(material.pair, 'pair').firstDates ?? [];
      const zone = participant.self.timeZone;
      return compose(
        'introduction',
        {
          person,
          role,
          partner: { ...personOf(other), unit: other.hr?.unit || null, email: other.address },
          topics: participant.self.topics.filter((topic) => other.self.topics.includes(topic)),
          proposals: [wallClock(need(first, 'first date'), zone), wallClock(need(second, 'second date'), zone)],
          timeZone: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone,
          minutes: sessionMinutes,
          logSession: `${me}/session`,
        },
        frame,
      );
    }
    case 'check-in':
    case 'check-in-reminder': {
      const { checkInId, closesAt } = need(material.checkIn, 'check-in');
      const closes = need(closesAt, 'close');
      const page = await link('answer', { checkIn: checkInId, cohort: cohortId }, daysAfter(closes, 7));
      return compose(
        letter.kind,
        {
          person,
          role,
          partner: partner(),
          closes: calendarDate(closes, participant.self.timeZone),
          yes: `${page}?p1=yes`,
          dateIsSet: `${page}?p1=date`,
          no: `${page}?p1=no`,
        },
        frame,
      );
    }
    case 'pause-receipt':
      return compose('pause-receipt', { person, until: null, resume: me }, frame);
    case 'resume-receipt':
      return compose('resume-receipt', { person }, frame);
    case 'leave-receipt':
      return compose('leave-receipt', { person, paired: letter.subject.pairId !== undefined }, frame);
    case 'partner-left':
      return compose('partner-left', { person, role, partner: partner() }, frame);
    case 'goodbye':
      return compose('goodbye', { person, role, sessions: material.pair?.sessions ?? 0, myData: me }, frame);
    default:
      throw new Error(`nobody writes letters of the kind ${letter.kind} yet`);
  }
}

async function linksOf(letter: Letter, cohort: Cohort, { personId }: Participant, link: Linker) {
  const claims = { cohort: cohort.cohortId, person: personId };
  const until = daysAfter(cohort.endsAt, 90);
  return {
    me: await link('me', claims, until),
    stop: kindOf(letter.kind).mayBeStopped
      ? await link('unsubscribe', { ...claims, kind: letter.kind }, until)
      : undefined,
  };
}

async function signIn(letter: Letter, { address }: Material, link: Linker, banner: string | null): Promise<Written> {
  const request = need(letter.subject.signIn, 'sign-in request');
  if (!('memberId' in letter.to)) throw new Error('a sign-in goes to a member of the desk');
  const page = await link('sign-in', { member: letter.to.memberId, id: request.id }, need(letter.notAfter, 'expiry'));
  const frame: Frame = {
    language: request.language ?? 'en',
    address: 'sie',
    programme: productName,
    banner,
    coordinators: [],
    independentContacts: [],
    logSession: null,
    me: null,
    stop: null,
    accent: null,
    logo: null,
  };
  return {
    ...compose('sign-in', { link: page, minutes: 15 }, frame),
    to: { name: '', address: need(address, 'address') },
    from: productName,
    list: 'desk',
  };
}

async function help(
  cohort: Cohort,
  { help: request, contact }: Material,
  link: Linker,
  banner: string | null,
): Promise<Written> {
  const { name, address } = need(contact, 'contact');
  const { helpId, askedAt } = need(request, 'help request');
  const page = await link('help', { help: helpId }, daysAfter(askedAt, 90));
  const frame: Frame = {
    language: cohort.language,
    address: cohort.addressForm,
    programme: cohort.branding.programme,
    banner,
    coordinators: [],
    independentContacts: [],
    logSession: null,
    me: null,
    stop: null,
    accent: accentOf(cohort),
    logo: null,
  };
  return {
    ...compose('help', { person: { name, callName: name.split(' ')[0] || name }, page }, frame),
    to: { name, address },
    from: cohort.branding.programme,
    list: 'help',
  };
}

const personOf = (participant: Participant) => ({ callName: callNameOf(participant), name: participant.name });
const voiceOf = (cohort: Cohort, { self }: Participant) => ({
  language: self.letterLanguage,
  address: cohort.addressForm,
  programme: cohort.branding.programme,
});
const contactsOf = ({ coordinators, independentContacts }: Cohort) => ({
  coordinators: coordinators.map(({ name, address }) => ({ name, email: address })),
  independentContacts: independentContacts.map(({ name, address }) => ({ name, email: address })),
});
/** A colour on which white text cannot be read is not used. */
const accentOf = ({ branding }: Cohort) => (Accent.safeParse(branding.colour).success ? branding.colour : null);

/** The deadline, or a week for somebody who is asked after it. */
function answerBy(cohort: Cohort, letter: Letter): string {
  const week = calendarDate(daysAfter(letter.plannedAt, 7), cohort.timeZone);
  return cohort.enrolmentDeadline > week ? cohort.enrolmentDeadline : week;
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the letter needs its ${what}`);
  return value;
}
