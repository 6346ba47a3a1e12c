import type { Instant } from '../../events/define.ts';
import type { CheckIn } from '../../shared/check-in/check-in.ts';
import { type Cohort, type Contact, launched } from '../../shared/cohort/cohort.ts';
import { kindOf } from '../../shared/letter/kinds.ts';
import { cohortStopped, stageStopped } from '../../shared/letter/ledger.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { StageMail } from '../../shared/letter/stage-mail.ts';
import type { Member } from '../../shared/member/member.ts';
import { waitsForSignIn } from '../../shared/member/staff.ts';
import { type Pair, roleIn } from '../../shared/pair/pair.ts';
import { openPair, pendingPair } from '../../shared/pair/states.ts';
import { assistantOf, gone, type Participant } from '../../shared/participant/participant.ts';
import type { Task } from '../../shared/task/task.ts';

export interface Around {
  readonly stage?: StageMail | undefined;
  readonly cohort?: Cohort | undefined;
  readonly participant?: Participant | undefined;
  readonly pair?: Pair | undefined;
  readonly checkIn?: CheckIn | undefined;
  /** Of the desk. */
  readonly member?: Member | undefined;
  readonly contact?: Contact | undefined;
  readonly tasks?: readonly Task[] | undefined;
}

export type Verdict = { readonly go: true } | { readonly drop: string } | { readonly wait: string };

/** Pure: whether a planned letter may still go out, must wait, or never will. */
export function mayGoOut(
  letter: Letter,
  { stage, cohort, participant, pair, checkIn, member, contact, tasks }: Around,
  at: Instant,
): Verdict {
  const kind = kindOf(letter.kind);
  if (letter.notAfter && letter.notAfter <= at) return { drop: 'expired' };
  if (kind.to === 'participant') {
    if (!cohort || !participant) return { drop: 'nobody to write to' };
    if (!launched(cohort)) return { drop: 'the cohort is not launched' };
    if (participant.mail !== 'ok') return { drop: participant.mail };
    // There is no address any more, so not even a receipt of the leaving goes.
    if (participant.state === 'erased') return { drop: 'erased' };
    if (gone(participant) && !kind.afterLeaving) return { drop: 'no longer takes part' };
    if (kind.mayBeStopped && participant.stopped.includes(letter.kind)) return { drop: 'stopped by the reader' };
    // A pause silences what asks or informs; receipts tell of the pause itself.
    if (participant.state === 'paused' && kind.mayBeStopped) return { drop: 'paused' };
  }
  if (letter.kind === 'desk-invitation' && !(member && waitsForSignIn(member))) return { drop: 'no longer invited' };
  if (kind.to === 'assistant') {
    if (!cohort || !participant || !assistantOf(participant, letter.subject.meeting?.until)) {
      return { drop: 'nobody to write to' };
    }
    if (!launched(cohort)) return { drop: 'the cohort is not launched' };
  }
  if (kind.to === 'coordinator') {
    if (!cohort || !contact) return { drop: 'nobody to write to' };
    if (!launched(cohort)) return { drop: 'the cohort is not launched' };
    if (!tasks || tasks.length === 0) return { drop: 'no task is open any more' };
  }
  // Whoever asked for help is heard, whatever else is stopped, and whoever stopped the letters gets in again.
  if (!alwaysGoes(letter)) {
    if (stage?.stoppedAt) return { wait: stageStopped };
    if (cohort?.lettersStopped) return { wait: cohortStopped };
  }
  // It waited too long: one of the two has left meanwhile, and nobody is introduced to them any more.
  if (letter.kind === 'introduction' && !(pair && openPair(pair))) return { drop: 'its pair has ended' };
  // Whoever schedules no more is not told of later dates: this one leaves their calendar, whatever has become of it.
  const parting = letter.subject.meeting?.until !== undefined;
  if (letter.subject.meeting && !parting && overtaken(letter.subject.meeting, pair))
    return { drop: 'overtaken by a later date' };
  // It waited too long: the two go on, or their pair has ended and the coordinator has spoken to them.
  if (letter.kind === 'blocked' && pair?.state !== 'blocked') return { drop: 'its pair is not on hold any more' };
  if (isQuestion(letter)) {
    if (!checkIn) return { drop: 'its check-in is gone' };
    if (checkIn.state !== 'asked') return { drop: `its check-in is ${checkIn.state}` };
  }
  if ((letter.kind === 'confirm' || letter.kind === 'confirm-reminder') && participant?.state !== 'invited') {
    return { drop: 'already answered' };
  }
  if (asksForConsent(letter)) return mayAsk(participant, pair);
  return { go: true };
}

/** Calendars are told the last word only; that a meeting is off stays true, whatever is planned after it. */
function overtaken(
  { asks, number, sequence }: NonNullable<Letter['subject']['meeting']>,
  pair: Pair | undefined,
): boolean {
  const { entry } = pair ?? {};
  if (!entry) return true;
  if (entry.number !== number) return asks === 'set';
  return entry.sequence !== sequence;
}

/** Whether one of the two is asked rests on that one alone: the other's answer must not be told by a missing letter. */
function mayAsk(participant: Participant | undefined, pair: Pair | undefined): Verdict {
  if (!pair || !participant || !pendingPair(pair)) return { drop: 'no longer asked' };
  if (pair.consent?.[roleIn(pair, participant.personId)]?.answer) return { drop: 'already answered' };
  return participant.state === 'confirmed' ? { go: true } : { drop: participant.state };
}

const alwaysGoes = ({ kind }: Letter): boolean => kind === 'help' || kind === 'safety' || kind === 'sign-in';

const asksForConsent = ({ kind }: Letter): boolean =>
  kind === 'consent-junior' || kind === 'consent-senior' || kind === 'consent-reminder';

const isQuestion = ({ kind }: Letter): boolean => kind === 'check-in' || kind === 'check-in-reminder';
