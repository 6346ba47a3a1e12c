import type { Instant } from '../../events/define.ts';

/**
 * Company mail filters open every link and some press every button, within seconds. These rules keep a machine's
 * Save from counting; a person who meets one is asked to press Save once more.
 */
const readingTime = 2_000;
const secondThought = 10_000;

export interface Sending {
  readonly at: Instant;
  /** When the form was rendered, by its own signature; absent if that was missing, forged or stale. */
  readonly renderedAt: Instant | undefined;
  /** The button that no person can see sent it. */
  readonly hiddenButton: boolean;
}

export interface Before {
  /** When the answer that stands now was saved, and whether this one says something else. */
  readonly answeredAt?: Instant | undefined;
  readonly differs?: boolean;
  /** When the last suspect one came. */
  readonly suspectAt?: Instant | undefined;
}

/** `suspect`: not counted, and noted. `early`: not counted, because its page is too near to a suspect one. */
export type Verdict = 'counts' | 'suspect' | 'early';

export function judge(
  { at, renderedAt, hiddenButton }: Sending,
  { answeredAt, differs, suspectAt }: Before = {},
): Verdict {
  if (hiddenButton || renderedAt === undefined || between(renderedAt, at) < readingTime) return 'suspect';
  if (suspectAt !== undefined && between(suspectAt, renderedAt) < secondThought) return 'early';
  if (differs && answeredAt !== undefined && between(answeredAt, at) < secondThought) return 'suspect';
  return 'counts';
}

/** The render time of a page that follows a suspect Save where nothing can be remembered: sent too early, it is suspect. */
export const goodAfter = (at: Instant): Instant => new Date(Date.parse(at) + secondThought - readingTime).toISOString();

const between = (from: Instant, to: Instant) => Date.parse(to) - Date.parse(from);
