import type { Instant } from '../../events/define.ts';
import type { Role } from '../../events/ids.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { LetterKindName } from '../../shared/letter/kinds.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { Material } from '../../shared/letter/material.ts';
import { draftOf } from '../../shared/letter/plan.ts';
import { type Plain, plain } from '../../shared/letter/render/plain.ts';
import { writeLetter } from '../../shared/letter/write.ts';
import type { Linker } from '../../shared/letter/writing.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { makePreview } from '../../shared/token/open-link.ts';
import { type Example, exampleFor } from './example.ts';
import type { MemberVisit } from './visit.ts';

export interface Sample extends Plain {
  readonly kind: LetterKindName;
}

/** All letters of one person, in the order in which they would come. */
export interface Samples {
  readonly name: string;
  readonly role: Role;
  readonly letters: readonly Sample[];
}

interface Planned {
  readonly kind: LetterKindName;
  readonly about: 'nothing' | 'pair' | 'check-in';
  readonly at: Instant;
}

/** What one person of a cohort may get, with what each letter is about and when it would be planned. */
function planOf({ pair, checkIn: { askAt } }: Example, { timers, endsAt }: Cohort, now: Instant): Planned[] {
  return [
    { kind: 'confirm', about: 'nothing', at: now },
    { kind: 'confirm-reminder', about: 'nothing', at: daysAfter(now, timers.enrolmentReminder) },
    { kind: 'introduction', about: 'pair', at: pair.formedAt ?? now },
    { kind: 'check-in', about: 'check-in', at: askAt },
    { kind: 'check-in-reminder', about: 'check-in', at: daysAfter(askAt, timers.checkInReminder) },
    { kind: 'pause-receipt', about: 'nothing', at: askAt },
    { kind: 'resume-receipt', about: 'nothing', at: askAt },
    { kind: 'leave-receipt', about: 'pair', at: askAt },
    { kind: 'partner-left', about: 'pair', at: askAt },
    { kind: 'goodbye', about: 'pair', at: endsAt },
  ];
}

const previewDays = 7;

/** Every letter as this person would get it, in its text form; the links open previews, which save nothing. */
export async function samplesFor(
  { needs, trigger }: MemberVisit,
  cohort: Cohort,
  me: Participant,
  people: readonly Participant[],
): Promise<Samples> {
  const example = exampleFor(me, people, cohort, trigger.at);
  const expires = daysAfter(trigger.at, previewDays);
  const link: Linker = (type, claims) => makePreview(needs.keys, needs.origin, type, claims, expires);
  const writing = { link, origin: needs.origin, banner: needs.banner || null, draw: plain };
  const write = async (planned: Planned): Promise<Sample> => {
    const drawn = await writeLetter(letterOf(planned, example), materialOf(planned, example, cohort), writing);
    return { kind: planned.kind, language: drawn.language, subject: drawn.subject, text: drawn.text };
  };
  return { name: me.name, role: me.role, letters: await Promise.all(planOf(example, cohort, trigger.at).map(write)) };
}

function letterOf({ kind, about, at }: Planned, { me, pair, checkIn }: Example): Letter {
  const { cohortId, personId } = me;
  const subject = {
    ...(about === 'pair' ? { pairId: pair.pairId } : {}),
    ...(about === 'check-in' ? { checkInId: checkIn.checkInId } : {}),
  };
  return { ...draftOf({ scope: cohortId, kind, to: { personId }, subject }, at).letter, schema: 1, version: 1 };
}

const materialOf = ({ about }: Planned, { me, partner, pair, checkIn }: Example, cohort: Cohort): Material => ({
  cohort,
  participant: me,
  ...(about === 'nothing' ? {} : { pair, partner }),
  ...(about === 'check-in' ? { checkIn } : {}),
});
