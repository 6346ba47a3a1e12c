import type { Instant } from '../../../events/define.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import type { Pair } from '../../pair/pair.ts';
import { sessionMinutes } from '../../session/entry.ts';
import { daysAfter } from '../../time/minute.ts';
import type { LetterKindName } from '../kinds.ts';
import type { Letter } from '../letter.ts';
import type { Material } from '../material.ts';
import { draftOf } from '../plan.ts';
import type { Example } from './example.ts';

interface Planned {
  readonly kind: LetterKindName;
  readonly about: 'nothing' | 'question' | 'pair' | 'meeting' | 'check-in';
  readonly at: Instant;
}

/** What one person of a cohort may get, in the order in which it would come, and when each would be planned. */
function plans({ me, pair, checkIn: { askAt } }: Example, cohort: Cohort, now: Instant): Planned[] {
  const { timers, endsAt, replyByMail } = cohort;
  const byMail: Planned[] = replyByMail
    ? [
        { kind: 'thanks', about: 'check-in', at: askAt },
        { kind: 'unclear-reply', about: 'check-in', at: askAt },
      ]
    : [];
  const assisted: Planned[] = me.self.schedulingContact
    ? [{ kind: 'assistant-invitation', about: 'meeting', at: pair.formedAt ?? now }]
    : [];
  return [
    { kind: 'confirm', about: 'nothing', at: now },
    { kind: 'confirm-reminder', about: 'nothing', at: daysAfter(now, timers.enrolmentReminder) },
    { kind: me.role === 'junior' ? 'consent-junior' : 'consent-senior', about: 'question', at: now },
    { kind: 'consent-reminder', about: 'question', at: now },
    { kind: 'waitlist', about: 'nothing', at: now },
    { kind: 'introduction', about: 'pair', at: pair.formedAt ?? now },
    { kind: 'invitation', about: 'meeting', at: pair.formedAt ?? now },
    ...assisted,
    { kind: 'check-in', about: 'check-in', at: askAt },
    { kind: 'check-in-reminder', about: 'check-in', at: daysAfter(askAt, timers.checkInReminder) },
    ...byMail,
    { kind: 'consent-closed', about: 'question', at: now },
    { kind: 'blocked', about: 'pair', at: askAt },
    { kind: 'pause-receipt', about: 'nothing', at: askAt },
    { kind: 'resume-receipt', about: 'nothing', at: askAt },
    { kind: 'leave-receipt', about: 'pair', at: askAt },
    { kind: 'partner-left', about: 'pair', at: askAt },
    { kind: 'goodbye', about: 'pair', at: endsAt },
  ];
}

/** A letter that nobody has planned, and what the table would know around it. */
export interface Sample {
  readonly letter: Letter;
  readonly material: Material;
}

/** Every letter of one person, from a future that may come. */
export const samplesOf = (example: Example, cohort: Cohort, now: Instant): Sample[] =>
  plans(example, cohort, now).map((planned) => ({
    letter: letterOf(planned, example),
    material: materialOf(planned, example, cohort),
  }));

function letterOf({ kind, about, at }: Planned, { me, pair, checkIn }: Example): Letter {
  const { cohortId, personId } = me;
  const subject = {
    ...(about === 'pair' || about === 'question' || about === 'meeting' ? { pairId: pair.pairId } : {}),
    ...(about === 'meeting' ? { meeting: meetingOf(pair) } : {}),
    ...(about === 'check-in' ? { checkInId: checkIn.checkInId } : {}),
  };
  const to = kind === 'assistant-invitation' ? { assistantOf: personId } : { personId };
  return { ...draftOf({ scope: cohortId, kind, to, subject }, at).letter, schema: 1, version: 1 };
}

/** The first of the two proposals, as if they had taken it. */
function meetingOf({ firstDates }: Pair): NonNullable<Letter['subject']['meeting']> {
  const [startsAt] = firstDates ?? [];
  if (startsAt === undefined) throw new Error('an example has two proposals');
  return { asks: 'set', number: 1, sequence: 0, startsAt, minutes: sessionMinutes };
}

function materialOf({ about }: Planned, example: Example, cohort: Cohort): Material {
  const { me: participant, partner, checkIn, session } = example;
  const { formedAt, ...asked } = example.pair;
  const pair = about === 'question' ? asked : { ...asked, formedAt };
  return {
    cohort,
    participant,
    ...(about === 'nothing' ? {} : { pair, partner }),
    ...(about === 'check-in' ? { checkIn, session } : {}),
  };
}
