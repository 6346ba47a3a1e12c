import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import type { Instant } from '../../events/define.ts';
import type { PairId } from '../../events/ids.ts';
import { minutesAfter } from '../time/minute.ts';
import type { Subject } from './letter.ts';
import type { Mailbox } from './mime.ts';

/** What a mail asks the reader's calendar to do. */
export interface Invitation {
  readonly pairId: PairId;
  readonly meeting: NonNullable<Subject['meeting']>;
  readonly summary: string;
  readonly organizer: Required<Mailbox>;
  readonly attendees: readonly Required<Mailbox>[];
  /** When the letter was planned: of two letters about one meeting the later one is the newer. */
  readonly at: Instant;
}

/** Ready for MIME. */
export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** The same whatever the stage's address is, so that a later letter always finds the entry; it tells an assistant nothing. */
const uidOf = (pairId: PairId, number: number) => `${pairId}.${number}@appointments`;

/**
 * An invitation as iCalendar (RFC 5545, 5546). In UTC: one meeting needs no zone, each calendar shows its own. The two have
 * agreed on it, so both have accepted and nobody is asked to: an answer would reach a mailbox that nobody reads.
 */
export function calendarPart({ pairId, meeting, summary, organizer, attendees, at }: Invitation): CalendarPart {
  const cancels = meeting.asks === 'cancelled';
  const calendar = new ICalCalendar({
    prodId: { company: 'Appointments', product: 'Invitations' },
    scale: 'GREGORIAN',
    method: cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: uidOf(pairId, meeting.number),
    sequence: meeting.sequence,
    stamp: at,
    start: meeting.startsAt,
    end: minutesAfter(meeting.startsAt, meeting.minutes),
    summary,
    organizer: { name: organizer.name, email: organizer.address },
    status: cancels ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancels ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    // Outlook offers to propose another time, which nobody would see.
    x: { 'X-MICROSOFT-DISALLOW-COUNTER': 'TRUE' },
  });
  for (const { name, address } of attendees) {
    event.createAttendee({
      name,
      email: address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  return { method: cancels ? 'CANCEL' : 'REQUEST', content: `${calendar}\r\n` };
}
