import type { Role } from '../../../events/ids.ts';
import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { write } from '../../../shared/letter/content/contents.ts';
import { type Frame, framing } from '../../../shared/letter/content/frame.ts';
import { text } from '../../../shared/letter/render/text.ts';
import { callNameOf, type Participant } from '../../../shared/participant/participant.ts';
import { addDays, localDate } from '../../../shared/time/local.ts';
import { daysAfter } from '../../../shared/time/minute.ts';
import { makePreview } from '../../../shared/token/open-link.ts';
import type { TokenType } from '../../../shared/token/types.ts';
import type { MemberVisit } from '../visit.ts';

export interface Sample {
  readonly name: string;
  readonly role: Role;
  readonly subject: string;
  readonly text: string;
}

/** Minutes of a session, as the letters promise it. */
const sessionMinutes = 60;
const previewDays = 7;

/** The confirm letter as this person would get it, in its text form; its links open previews, which save nothing. */
export async function sampleFor(
  { needs, trigger }: MemberVisit,
  cohort: Cohort,
  participant: Participant,
): Promise<Sample> {
  const claims = { cohort: cohort.cohortId, person: participant.personId };
  const expires = daysAfter(trigger.at, previewDays);
  const preview = (type: TokenType) => makePreview(needs.keys, needs.origin, type, claims, expires);
  const [page, me] = await Promise.all([preview('confirm'), preview('me')]);
  const frame: Frame = {
    language: participant.self.letterLanguage,
    address: cohort.addressForm,
    programme: cohort.branding.programme,
    banner: needs.banner || null,
    coordinators: cohort.coordinators.map(({ name, address }) => ({ name, email: address })),
    independentContacts: cohort.independentContacts.map(({ name, address }) => ({ name, email: address })),
    logSession: null,
    me,
    stop: null,
    accent: null,
    logo: null,
  };
  const week = addDays(localDate(trigger.at, cohort.timeZone), 7);
  const content = write(
    'confirm',
    {
      person: { callName: callNameOf(participant), name: participant.name },
      role: participant.role,
      sessions: cohort.sessions,
      minutes: sessionMinutes,
      start: cohort.start,
      end: cohort.end,
      answerBy: cohort.enrolmentDeadline > week ? cohort.enrolmentDeadline : week,
      yes: `${page}?answer=yes`,
      no: `${page}?answer=no`,
    },
    frame,
  );
  return {
    name: participant.name,
    role: participant.role,
    subject: content.subject,
    text: text(content, framing(frame)),
  };
}
