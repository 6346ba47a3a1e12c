import type { Cohort } from '../cohort/cohort.ts';
import type { Pair } from '../pair/pair.ts';
import { assistantOf, callNameOf, type Participant } from '../participant/participant.ts';
import type { CalendarEntry } from '../session/entry.ts';
import { wallClock } from '../time/calendar.ts';
import type { Frame } from './content/frame.ts';
import { speaker } from './content/voice.ts';
import type { CalendarPart } from './invitation.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import type { Mailbox } from './mime.ts';
import { type Addressed, need, noLooks, noParticipant, type Writing } from './writing.ts';

const personOf = (participant: Participant) => ({ callName: callNameOf(participant), name: participant.name });
const mailboxOf = ({ name, address }: Participant): Required<Mailbox> => ({ name, address });

/** The day and hour of a meeting as its letter says them: on the reader's own wall clock. */
function aboutMeeting({ subject }: Letter, { self }: Participant) {
  const { asks, sequence, startsAt, minutes } = need(subject.meeting, 'meeting');
  const what: 'set' | 'moved' | 'cancelled' = asks === 'cancelled' ? asks : sequence > 0 ? 'moved' : 'set';
  const zone = self.timeZone;
  const timeZone = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return { what, when: wallClock(startsAt, zone), timeZone, minutes };
}

/** To one of the two. */
export function invitation<Drawn>(
  letter: Letter,
  participant: Participant,
  { partner }: Material,
  frame: Frame,
  me: string,
  { draw }: Writing<Drawn>,
): Drawn {
  const meeting = aboutMeeting(letter, participant);
  const other = personOf(need(partner, 'partner'));
  return draw('invitation', { person: personOf(participant), partner: other, ...meeting, plan: `${me}/next` }, frame);
}

/**
 * To whoever schedules for one of the two. An assistant gets dates only: neither the programme nor the partner is named,
 * and no link opens a page of the participant.
 */
export function assistantInvitation<Drawn>(
  letter: Letter,
  cohort: Cohort,
  participant: Participant,
  { banner, draw, origin, calendar }: Writing<Drawn>,
): Drawn & Addressed {
  const address = need(assistantOf(participant, letter.subject.meeting?.until), 'scheduling contact');
  const { letterLanguage: language } = participant.self;
  const voice = { language, address: 'sie', programme: officeOf[language] } as const;
  const frame: Frame = {
    ...voice,
    banner,
    ...noParticipant(),
    ...noLooks,
  };
  const { say } = speaker(voice);
  const { name } = participant;
  const meeting = aboutMeeting(letter, participant);
  // Handed over: who schedules from now on has not heard of it yet, however often it has moved.
  const handed = letter.sequence > 1 && meeting.what !== 'cancelled';
  const what = letter.subject.meeting?.until !== undefined ? 'passed' : handed ? 'set' : meeting.what;
  const [contact] = cohort.coordinators;
  const part = partOf(letter, calendar, {
    summary: say({ de: `Termin von ${name}`, en: `Appointment of ${name}` }),
    from: voice.programme,
    attendees: [{ name: '', address }],
  });
  return {
    ...draw('assistant-invitation', { person: personOf(participant), ...meeting, what }, frame),
    to: { name: '', address },
    from: voice.programme,
    ...(contact ? { replyTo: { name: contact.name, address: contact.address } } : {}),
    ...(part ? { calendar: part } : {}),
    list: `appointments.${new URL(origin).hostname}`,
  };
}

/** Who writes to an assistant. */
export const officeOf = { de: 'Terminservice', en: 'Appointments' } as const;

/** The calendar's part of an invitation. */
export function calendarOf<Drawn>(
  letter: Letter,
  cohort: Cohort,
  participant: Participant,
  { partner }: Material,
  writing: Writing<Drawn>,
): CalendarPart | undefined {
  if (!partner || letter.kind !== 'invitation') return undefined;
  return betweenTwo(letter, cohort, participant, partner, writing);
}

interface Fallen {
  readonly meeting: CalendarEntry;
  readonly pair: Pair;
  readonly partner: Participant;
}

/** The meetings that fell away with the pairs of whoever has left: the one receipt takes them out of their calendar. */
export function fallenOf(letter: Letter, { pair, partner, alsoEnded = [] }: Material): Fallen[] {
  if (letter.kind !== 'leave-receipt' || !pair) return [];
  return [{ pair, partner }, ...alsoEnded].flatMap(({ pair, partner }) => {
    const meeting = pair.entry;
    return partner && meeting?.state === 'cancelled' && meeting.startsAt > letter.plannedAt
      ? [{ meeting, pair, partner }]
      : [];
  });
}

/** What takes one of them away. */
export function cancelOf<Drawn>(
  { plannedAt }: Letter,
  cohort: Cohort,
  participant: Participant,
  { meeting, pair, partner }: Fallen,
  writing: Writing<Drawn>,
): CalendarPart | undefined {
  const subject = { pairId: pair.pairId, meeting: { ...meeting, asks: 'cancelled' as const } };
  return betweenTwo({ subject, plannedAt }, cohort, participant, partner, writing);
}

function betweenTwo<Drawn>(
  letter: Pick<Letter, 'subject' | 'plannedAt'>,
  cohort: Cohort,
  participant: Participant,
  partner: Participant,
  { calendar }: Writing<Drawn>,
): CalendarPart | undefined {
  const { name, callName } = { name: partner.name, callName: callNameOf(partner) };
  const { programme } = cohort.branding;
  const { named } = speaker({ language: participant.self.letterLanguage, address: cohort.addressForm, programme });
  return partOf(letter, calendar, {
    summary: `${programme}: ${named({ name, callName })}`,
    from: programme,
    attendees: [mailboxOf(participant), mailboxOf(partner)],
  });
}

function partOf(
  { subject, plannedAt }: Pick<Letter, 'subject' | 'plannedAt'>,
  calendar: Writing<unknown>['calendar'],
  { summary, from, attendees }: { summary: string; from: string; attendees: readonly Required<Mailbox>[] },
): CalendarPart | undefined {
  const pairId = need(subject.pairId, 'pair');
  const meeting = need(subject.meeting, 'meeting');
  return calendar?.({ pairId, meeting, summary, from, attendees, at: plannedAt });
}
