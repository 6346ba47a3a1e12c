import * as z from 'zod/mini';
import { ConsentReminderDue } from '../../events/consent-reminder-due.ts';
import { Instant } from '../../events/define.ts';
import type { Role } from '../../events/ids.ts';
import { PairAccepted } from '../../events/pair-accepted.ts';
import { type Draft, unnumbered, withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { wholeMinute } from '../time/minute.ts';
import type { Pair } from './pair.ts';
import { pairStates, pendingPair } from './states.ts';

export const Decision = z.enum(['yes', 'no']);
export type Decision = z.infer<typeof Decision>;

/** What one of the two is asked, and what they say. */
export const Question = z.object({
  askedAt: Instant,
  /** Absent: reminded already, or there is no time for it. */
  remindAt: z.optional(Instant),
  /** Until then an answer can be given and changed. */
  closesAt: Instant,
  answer: z.optional(Decision),
  answeredAt: z.optional(Instant),
  /** When something that looked like a machine pressed Save (see `web/suspicion.ts`). */
  suspectAt: z.optional(Instant),
});
export type Question = z.infer<typeof Question>;

/** The junior is asked first; the senior only after the junior's yes. */
export const Consent = z.object({ junior: Question, senior: z.optional(Question) });
export type Consent = z.infer<typeof Consent>;

const roles = ['junior', 'senior'] as const;

export const canConsent = (pair: Pair, role: Role, at: Instant): boolean => {
  const question = pair.consent?.[role];
  return pendingPair(pair) && question !== undefined && at < question.closesAt;
};

/**
 * A senior's yes is final: from then on their page says the same until the question closes, whatever becomes of the pair.
 * Were it open again, it would tell that the junior has taken back theirs.
 */
export function saidForGood({ consent, yesUntil }: Pair, role: Role, at: Instant): boolean {
  if (role !== 'senior') return false;
  const until = consent?.senior?.answer === 'yes' ? consent.senior.closesAt : yesUntil;
  return until !== undefined && at < until;
}

export const bothSaidYes = ({ consent }: Pick<Pair, 'consent'>): boolean =>
  roles.every((role) => consent?.[role]?.answer === 'yes');

/** The next question goes out when the junior stands by a yes and the senior has not been asked yet. */
export const asksSenior = ({ state, consent }: Pair): boolean =>
  state === 'accepted-by-junior' && consent?.junior.answer === 'yes' && consent.senior === undefined;

/**
 * The last answer counts, until the pair has formed or it is a senior's yes. Only a yes is told, to whoever asks on or
 * forms the pair.
 */
export function answerConsent(pair: Pair, role: Role, answer: Decision, at: Instant): Step<Pair> {
  const question = pair.consent?.[role];
  if (!question || !canConsent(pair, role, at)) return { refused: 'closed' };
  if (question.answer === answer) return { refused: 'said already' };
  if (saidForGood(pair, role, at)) return { refused: 'said for good' };
  const { suspectAt: _suspectAt, ...asked } = question;
  const accepted = role === 'junior' && answer === 'yes' ? pairStates.next(pair.state, 'accept') : undefined;
  const to = withQuestion(pair, role, { ...asked, answer, answeredAt: at });
  const { pairId, cohortId } = pair;
  return {
    to: { ...to, state: accepted ?? pair.state },
    ...(answer === 'yes' ? { says: [PairAccepted({ pairId, cohortId })] } : {}),
  };
}

/** Not counted, but remembered: only a page rendered some seconds later counts. */
export function suspectedConsent(pair: Pair, role: Role, at: Instant): Step<Pair> {
  const question = pair.consent?.[role];
  return question ? { to: withQuestion(pair, role, { ...question, suspectAt: at }) } : { refused: 'not asked' };
}

export function askSenior(pair: Pair, question: Question): Step<Pair> {
  return asksSenior(pair) ? { to: withQuestion(pair, 'senior', question) } : { refused: 'asked already' };
}

/**
 * A reminder's timer rang. Whether one side is reminded rests on that side's own answer alone: what the other says
 * must not be told by a letter that does not come.
 */
export function ring(pair: Pair, until: Instant): Step<Pair> {
  const { consent, pairId, cohortId } = pair;
  if (!pair.dueAt || pair.dueAt > until) return { refused: 'not due' };
  if (!consent || !pendingPair(pair)) return { to: withoutTimer(pair) };
  const due = roles.filter((role) => rings(consent[role], until));
  const asked: Consent = {
    junior: reminded(consent.junior, until),
    ...(consent.senior ? { senior: reminded(consent.senior, until) } : {}),
  };
  return {
    to: withTimer({ ...unnumbered(pair), consent: asked }),
    says: due
      .filter((role) => consent[role]?.answer === undefined)
      .map((role) => ConsentReminderDue({ pairId, cohortId, role })),
  };
}

const rings = (question: Question | undefined, until: Instant): boolean =>
  question?.remindAt !== undefined && wholeMinute(question.remindAt) <= until;

function reminded(question: Question, until: Instant): Question {
  if (!rings(question, until)) return question;
  const { remindAt: _remindAt, ...rest } = question;
  return rest;
}

function withQuestion(pair: Pair, role: Role, question: Question): Draft<Pair> {
  const junior = role === 'junior' ? question : pair.consent?.junior;
  if (!junior) throw new Error(`the junior of ${pair.pairId} was never asked`);
  const senior = role === 'senior' ? question : pair.consent?.senior;
  return withTimer({ ...unnumbered(pair), consent: { junior, ...(senior ? { senior } : {}) } });
}

/** Its one timer, while the two are asked: the earliest reminder of a side that has not answered. */
export function withTimer({ dueAt: _dueAt, ...pair }: Draft<Pair>): Draft<Pair> {
  const [earliest] = roles
    .flatMap((role) => {
      const question = pair.consent?.[role];
      return question?.remindAt && !question.answer ? [question.remindAt] : [];
    })
    .sort();
  return earliest ? { ...pair, dueAt: wholeMinute(earliest) } : pair;
}
