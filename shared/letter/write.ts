import type { Cohort } from '../cohort/cohort.ts';
import { openPair } from '../pair/states.ts';
import { callNameOf, type Participant } from '../participant/participant.ts';
import { sessionMinutes } from '../session/entry.ts';
import { calendarDate, wallClock } from '../time/calendar.ts';
import { daysAfter } from '../time/minute.ts';
import type { Content } from './content/block.ts';
import { write } from './content/contents.ts';
import type { Frame } from './content/frame.ts';
import { kindOf } from './kinds.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { aboutCheckIn, replyAddressOf } from './write-check-in.ts';
import { commonTopics, consent } from './write-consent.ts';
import { assistantInvitation, calendarOf, cancelOf, fallenOf, invitation } from './write-invitation.ts';
import { help, openTasks, signIn, toColleague } from './write-to-staff.ts';
import { type Addressed, type Linker, looksOf, need, Unwritable, type Writing } from './writing.ts';

/** A letter, and what the table knows around it. */
export interface Part {
  readonly letter: Letter;
  readonly material: Material;
}

/**
 * Writes one letter from what the table knows. A missing part is a broken contract and throws. `others` were due
 * together with it: what they ask stands in it too, with their links.
 */
export async function writeLetter<Drawn>(
  letter: Letter,
  material: Material,
  writing: Writing<Drawn>,
  others: readonly Part[] = [],
): Promise<Drawn & Addressed> {
  if (letter.kind === 'sign-in') return signIn(letter, material, writing);
  if (letter.kind === 'desk-invitation' || letter.kind === 'hand-over') return toColleague(letter, material, writing);
  const cohort = need(material.cohort, 'cohort');
  if (letter.kind === 'help') return help(cohort, material, writing);
  // Whatever was due together with it: it tells of all that is open.
  if (letter.kind === 'task') return openTasks(cohort, material, writing);
  const { link, origin, banner } = writing;
  const participant = need(material.participant, 'participant');
  if (letter.kind === 'assistant-invitation') return assistantInvitation(letter, cohort, participant, writing);
  const links = await linksOf(letter, cohort, participant, link);
  const frame: Frame = {
    ...voiceOf(cohort, participant),
    banner,
    ...contactsOf(cohort),
    // Nobody meets in a pair that the two are still asked about, or that has ended.
    logSession: material.pair && openPair(material.pair) ? `${links.me}/session` : null,
    me: links.me,
    stop: links.stop ?? null,
    ...looksOf(cohort),
    own: cohort.letterTexts?.[participant.self.letterLanguage],
  };
  const reply = await replyAddressOf([{ letter, material }, ...others], cohort, writing);
  const byMail = reply !== undefined;
  const contents: Content[] = [];
  for (const other of others) {
    const only = { ...writing, draw: write };
    contents.push(await about(other.letter, cohort, participant, other.material, frame, links.me, only, byMail));
  }
  const draw: typeof writing.draw = (kind, variables, around) => writing.draw(kind, variables, around, contents);
  const drawn = await about(letter, cohort, participant, material, frame, links.me, { ...writing, draw }, byMail);
  const [coordinator] = cohort.coordinators;
  const [calendar, ...alsoInCalendar] = [
    calendarOf(letter, cohort, participant, material, writing),
    ...fallenOf(letter, material).map((fallen) => cancelOf(letter, cohort, participant, fallen, writing)),
  ].filter((part) => part !== undefined);
  const programme = reply ?? cohort.replyTo;
  const replyTo = programme ? { name: cohort.branding.programme, address: programme } : coordinator;
  return {
    ...drawn,
    to: { name: participant.name, address: participant.address },
    from: cohort.branding.programme,
    ...(replyTo ? { replyTo: { name: replyTo.name, address: replyTo.address } } : {}),
    ...(calendar ? { calendar, alsoInCalendar } : {}),
    ...(links.stop ? { listUnsubscribe: links.stop } : {}),
    list: `${cohort.cohortId.replaceAll('_', '-')}.${new URL(origin).hostname}`,
  };
}

async function about<Drawn>(
  letter: Letter,
  cohort: Cohort,
  participant: Participant,
  material: Material,
  frame: Frame,
  me: string,
  writing: Writing<Drawn>,
  byMail: boolean,
): Promise<Drawn> {
  const { link, draw } = writing;
  const person = personOf(participant);
  const { role } = participant;
  const partner = () => personOf(need(material.partner, 'partner'));
  const { cohortId } = cohort;
  const { personId } = participant;
  switch (letter.kind) {
    case 'confirm':
    case 'confirm-reminder': {
      const page = await link('confirm', { cohort: cohortId, person: personId }, cohort.endsAt);
      return draw(
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
    case 'consent-junior':
    case 'consent-senior':
    case 'consent-reminder':
      return consent(letter.kind, participant, material, frame, writing);
    case 'waitlist':
      return draw('waitlist', { person, myData: me }, frame);
    case 'introduction': {
      const other = need(material.partner, 'partner');
      const [first, second] = need(material.pair, 'pair').firstDates ?? [];
      const zone = participant.self.timeZone;
      return draw(
        'introduction',
        {
          person,
          role,
          partner: { ...personOf(other), unit: other.hr?.unit || null, email: other.address },
          topics: commonTopics(participant, other),
          proposals: [wallClock(need(first, 'first date'), zone), wallClock(need(second, 'second date'), zone)],
          timeZone: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone,
          minutes: sessionMinutes,
          logSession: `${me}/session`,
        },
        frame,
      );
    }
    case 'invitation':
      return invitation(letter, participant, material, frame, me, writing);
    case 'check-in':
    case 'check-in-reminder':
    case 'unclear-reply':
    case 'thanks':
      return aboutCheckIn({ ...letter, kind: letter.kind }, participant, material, frame, me, writing, byMail);
    case 'pause-receipt':
      return draw('pause-receipt', { person, until: null, resume: me }, frame);
    case 'resume-receipt':
      return draw('resume-receipt', { person }, frame);
    case 'leave-receipt':
      return draw(
        'leave-receipt',
        {
          person,
          paired: letter.subject.pairId !== undefined,
          meetings: fallenOf(letter, material).map(({ meeting, partner }) => ({
            partner: personOf(partner),
            when: wallClock(meeting.startsAt, participant.self.timeZone),
          })),
        },
        frame,
      );
    case 'partner-left':
      return draw('partner-left', { person, role, partner: partner() }, frame);
    case 'blocked':
    case 'consent-closed':
      return draw(letter.kind, { person, partner: partner() }, frame);
    case 'goodbye':
      return draw('goodbye', { person, role, sessions: material.pair?.sessions ?? 0, myData: me }, frame);
    default:
      throw new Unwritable(`nobody writes letters of the kind ${letter.kind} yet`);
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

const personOf = (participant: Participant) => ({ callName: callNameOf(participant), name: participant.name });
const voiceOf = (cohort: Cohort, { self }: Participant) => ({
  language: self.letterLanguage,
  address: cohort.addressForm,
  programme: cohort.branding.programme,
  signature: cohort.branding.signature || undefined,
});
const contactsOf = ({ coordinators, independentContacts }: Cohort) => ({
  coordinators: coordinators.map(({ name, address }) => ({ name, email: address })),
  independentContacts: independentContacts.map(({ name, address }) => ({ name, email: address })),
});

/** The deadline, or a week for somebody who is asked after it. */
function answerBy(cohort: Cohort, letter: Letter): string {
  const week = calendarDate(daysAfter(letter.plannedAt, 7), cohort.timeZone);
  return cohort.enrolmentDeadline > week ? cohort.enrolmentDeadline : week;
}
