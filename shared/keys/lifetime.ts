import type { Instant } from '../../events/define.ts';
import type { TokenType } from '../token/types.ts';

/** A key without its secret. Numbers count up. */
export interface NamedKey {
  readonly number: number;
  /** Absent: from the first day of the stage. */
  readonly signsFrom?: Instant | undefined;
}

/**
 * A new key signs only after every function has it: they read a family again after a minute, and a function that is
 * busy may take another.
 */
export const knownEverywhereAfter = 3 * 60_000;

const day = 86_400_000;

/** How long tokens of a type live at most, in days from when they were made, or else from the end of their cohort. */
const lives = {
  'sign-in': { days: 1 },
  'desk-session': { days: 1 },
  'company-sign-in': { days: 1 },
  'form-render': { days: 30 },
  preview: { days: 7 },
  help: { days: 90 },
  // The last check-in follows three months after the end; its link outlives it by some weeks.
  answer: { daysAfterEnd: 180 },
  reply: { daysAfterEnd: 180 },
  me: { daysAfterEnd: 90 },
  unsubscribe: { daysAfterEnd: 90 },
  confirm: { daysAfterEnd: 90 },
  consent: { daysAfterEnd: 90 },
  'cohort-form': { daysAfterEnd: 90 },
} as const satisfies Record<TokenType, { readonly days: number } | { readonly daysAfterEnd: number }>;

/** When the last token has expired that a key signed until it was `replaced`; `lastEnd` is that of the last cohort. */
export function lastTokenExpires(type: TokenType, replaced: Instant, lastEnd: Instant | undefined): Instant {
  const life = lives[type];
  const from = 'days' in life ? replaced : lastEnd && lastEnd > replaced ? lastEnd : replaced;
  const days = 'days' in life ? life.days : life.daysAfterEnd;
  // A day more: a function may have held the old key a little longer, and clocks differ.
  return new Date(Date.parse(from) + (days + 1) * day).toISOString();
}
