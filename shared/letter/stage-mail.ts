import * as z from 'zod/mini';
import { Instant, type Saying } from '../../events/define.ts';
import type { Scope } from '../../events/ids.ts';
import { LettersResumed } from '../../events/letters-resumed.ts';
import { aggregateFields, type Draft, noun, unnumbered } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import type { Step } from '../table/table.dynamodb.ts';

/** Why SES takes nothing, or not from us, or not for these readers. */
export const troubles = ['sandbox', 'identity', 'paused', 'quota', 'refused'] as const;
export type Trouble = (typeof troubles)[number];

/** What is true of the mail of the whole stage. There is none until something is. */
export const StageMail = z.object({
  ...aggregateFields,
  /** "Stop all letters" of the stage, since when. */
  stoppedAt: z.optional(Instant),
  /** What keeps letters from going out; gone with the first one that goes. */
  trouble: z.optional(z.object({ because: z.enum(troubles), since: Instant })),
});
export type StageMail = z.infer<typeof StageMail>;
export const stageMail = noun('stage-mail', StageMail, keys.stageMail);

const fresh: Draft<StageMail> = {};
const draftOf = (current: StageMail | undefined): Draft<StageMail> => (current ? unnumbered(current) : fresh);

/** An admin stops the letters of all cohorts, or lets them go again: then each scope's letters that wait are rung. */
export function stopStage(
  current: StageMail | undefined,
  stopped: boolean,
  at: Instant,
  scopes: readonly Scope[],
): Step<StageMail> {
  if ((current?.stoppedAt !== undefined) === stopped) return { refused: 'nothing to change' };
  const { stoppedAt: _stoppedAt, ...rest } = draftOf(current);
  if (stopped) return { to: { ...rest, stoppedAt: at } };
  return { to: rest, says: scopes.map((scope): Saying => LettersResumed({ scope })) };
}

/** SES says no for a reason that is not the letter's. */
export function inTrouble(current: StageMail | undefined, because: Trouble, at: Instant): Step<StageMail> {
  if (current?.trouble?.because === because) return { refused: 'known' };
  return { to: { ...draftOf(current), trouble: { because, since: at } } };
}

/** SES took a letter. */
export function outOfTrouble(current: StageMail | undefined): Step<StageMail> {
  if (!current?.trouble) return { refused: 'no trouble' };
  const { trouble: _trouble, ...rest } = draftOf(current);
  return { to: rest };
}
