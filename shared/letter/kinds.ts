/**
 * The registry of letters: everything that the ledger, the budget, the pages and the desk must know of a kind.
 * Days are whole days after the letter was planned.
 */
export interface LetterKind {
  readonly to: 'participant' | 'assistant' | 'member' | 'contact' | 'coordinator';
  /** `counts`: at most one such letter per person in three days. */
  readonly budget: 'exempt' | 'counts' | 'counts per day' | 'one a day';
  readonly mergeable: boolean;
  /** When it is not worth sending any more. `with its question`: the planner says when. */
  readonly expires: { readonly minutes: number } | { readonly days: number } | 'with its question' | 'never';
  /** What follows when the call to SES ended without an answer and no event came within 15 minutes. */
  readonly ifUnknown: 'nothing' | 'send once more';
  readonly mayBeStopped: boolean;
  /** HR may send it once more by hand, with a reason: what somebody may have missed, and nothing that asks in private. */
  readonly byHand?: true;
  /** Goes out even after leaving: the one receipt. */
  readonly afterLeaving?: true;
}

const question = {
  to: 'participant',
  budget: 'exempt',
  mergeable: false,
  expires: 'with its question',
  ifUnknown: 'send once more',
  mayBeStopped: false,
} as const;
const notice = {
  to: 'participant',
  budget: 'exempt',
  mergeable: false,
  expires: { days: 7 },
  ifUnknown: 'send once more',
  mayBeStopped: false,
} as const;

export const letterKinds = {
  'sign-in': {
    to: 'member',
    budget: 'exempt',
    mergeable: false,
    expires: { minutes: 15 },
    ifUnknown: 'nothing',
    mayBeStopped: false,
  },
  'desk-invitation': { ...notice, to: 'member' },
  /** Tells a colleague what passed to them. */
  'hand-over': { ...notice, to: 'member' },
  /** What somebody of a cohort would get, sent to HR by herself. */
  sample: {
    to: 'member',
    budget: 'exempt',
    mergeable: false,
    expires: { days: 1 },
    ifUnknown: 'nothing',
    mayBeStopped: false,
  },
  confirm: { ...question, byHand: true },
  'confirm-reminder': question,
  'consent-junior': question,
  'consent-senior': question,
  'consent-reminder': question,
  'consent-closed': notice,
  waitlist: { ...notice, byHand: true },
  blocked: notice,
  'partner-left': notice,
  goodbye: { ...notice, byHand: true },
  introduction: { ...notice, byHand: true },
  agreement: { ...notice, byHand: true },
  invitation: notice,
  /** To whom a participant has named as scheduling for them: day and hour, and nothing else. */
  'assistant-invitation': { ...notice, to: 'assistant' },
  'unclear-reply': { ...notice, budget: 'one a day', expires: { days: 1 }, ifUnknown: 'nothing' },
  'check-in': {
    byHand: true,
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: 'with its question',
    ifUnknown: 'nothing',
    mayBeStopped: true,
  },
  'check-in-reminder': {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: 'with its question',
    ifUnknown: 'nothing',
    mayBeStopped: true,
  },
  training: {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: { days: 14 },
    ifUnknown: 'nothing',
    mayBeStopped: true,
  },
  guide: {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: { days: 14 },
    ifUnknown: 'nothing',
    mayBeStopped: true,
  },
  thanks: {
    to: 'participant',
    budget: 'exempt',
    mergeable: false,
    expires: { days: 1 },
    ifUnknown: 'nothing',
    mayBeStopped: true,
  },
  mid: {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: 'with its question',
    ifUnknown: 'send once more',
    mayBeStopped: true,
  },
  closing: {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: 'with its question',
    ifUnknown: 'send once more',
    mayBeStopped: true,
  },
  'follow-up': {
    to: 'participant',
    budget: 'counts',
    mergeable: true,
    expires: 'with its question',
    ifUnknown: 'send once more',
    mayBeStopped: true,
  },
  help: {
    to: 'contact',
    budget: 'exempt',
    mergeable: false,
    expires: 'never',
    ifUnknown: 'send once more',
    mayBeStopped: false,
  },
  /** A private page for a junior who is not safe: nobody else learns of it. */
  safety: { ...notice, expires: 'never' },
  task: {
    to: 'coordinator',
    budget: 'counts per day',
    mergeable: true,
    expires: { days: 7 },
    ifUnknown: 'send once more',
    mayBeStopped: false,
  },
  digest: {
    to: 'coordinator',
    budget: 'counts per day',
    mergeable: true,
    expires: { days: 7 },
    ifUnknown: 'send once more',
    mayBeStopped: true,
  },
  'pause-receipt': notice,
  'resume-receipt': notice,
  'leave-receipt': { ...notice, afterLeaving: true },
  'export-receipt': notice,
  'erasure-receipt': { ...notice, afterLeaving: true },
} as const satisfies Record<string, LetterKind>;
export type LetterKindName = keyof typeof letterKinds;
export const letterKindNames = Object.keys(letterKinds) as [LetterKindName, ...LetterKindName[]];
export const kindOf = (name: LetterKindName): LetterKind => letterKinds[name];
