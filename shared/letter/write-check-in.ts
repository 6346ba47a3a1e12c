import type { Cohort } from '../cohort/cohort.ts';
import { callNameOf, type Participant } from '../participant/participant.ts';
import { calendarDate } from '../time/calendar.ts';
import { daysAfter } from '../time/minute.ts';
import type { Frame } from './content/frame.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { need, type Writing } from './writing.ts';

/** Letters to which a plain reply is an answer. */
const repliable: readonly Letter['kind'][] = ['check-in', 'check-in-reminder', 'unclear-reply'];

/**
 * Where a reply to these letters goes, that are one mail: with two questions in it nobody would know which one a “yes”
 * answers, and so it has no address.
 */
export async function replyAddressOf(
  parts: readonly { readonly letter: Letter; readonly material: Material }[],
  { replyByMail }: Cohort,
  { replyAddress }: Pick<Writing<unknown>, 'replyAddress'>,
): Promise<string | undefined> {
  const [only, another] = parts.filter(({ letter: { kind } }) => repliable.includes(kind));
  if (!replyByMail || !only || another) return undefined;
  const checkIn = need(only.material.checkIn, 'check-in');
  return replyAddress?.(checkIn, daysAfter(need(checkIn.closesAt, 'close'), linksOutlive));
}

/** Days for which the links of a check-in still lead to a page that says kindly that it is closed. */
const linksOutlive = 7;

/** The letters that ask how it goes, and those that answer a reply. `me` is the reader's own page. */
export async function aboutCheckIn<Drawn>(
  { kind, plannedAt }: Letter & { kind: 'check-in' | 'check-in-reminder' | 'unclear-reply' | 'thanks' },
  participant: Participant,
  { checkIn: found, partner: beside, pair, session }: Material,
  frame: Frame,
  me: string,
  { link, draw }: Writing<Drawn>,
  byMail: boolean,
): Promise<Drawn> {
  const checkIn = need(found, 'check-in');
  const other = need(beside, 'partner');
  const { role, self } = participant;
  const person = { callName: callNameOf(participant), name: participant.name };
  const partner = { callName: callNameOf(other), name: other.name };
  const closesAt = need(checkIn.closesAt, 'close');
  const closes = calendarDate(closesAt, self.timeZone);
  const claims = { checkIn: checkIn.checkInId, cohort: checkIn.cohortId };
  const page = await link('answer', claims, daysAfter(closesAt, linksOutlive));
  const asked = { partner, closes, yes: `${page}?p1=yes`, dateIsSet: `${page}?p1=date`, no: `${page}?p1=no`, byMail };
  switch (kind) {
    case 'check-in':
    case 'check-in-reminder':
      return draw(kind, { person, role, ...asked }, frame);
    case 'unclear-reply':
      return draw(kind, { person, asked: plannedAt < closesAt ? asked : null, logSession: `${me}/session` }, frame);
    case 'thanks': {
      const met = checkIn.answers?.P1;
      const log = session?.logs[role];
      const next = met === 'no' ? null : (pair?.nextSession ?? null);
      return draw(
        kind,
        {
          person,
          partner,
          met: met === 'yes' || met === 'date' ? met : 'no',
          session: met === 'yes' && session && log ? { date: session.date, minutes: log.minutes } : null,
          next,
          closes,
          change: page,
          plan: met === 'date' && next === null ? `${me}/next` : null,
        },
        frame,
      );
    }
  }
}
