import type { Instant } from '../../events/define.ts';
import { LetterDue } from '../../events/letter-due.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import { type Commit, change } from '../table/commit.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { minutesAfter, wholeMinute } from '../time/minute.ts';
import { kindOf } from './kinds.ts';
import { type Letter, letterIdOf, letters } from './letter.ts';

export interface LetterPlan extends Pick<Letter, 'scope' | 'kind' | 'to' | 'subject'> {
  readonly sequence?: number;
  /** Absent: as soon as it can. */
  readonly sendAt?: Instant;
  /** For kinds that expire with their question. */
  readonly notAfter?: Instant;
}

/** Pure: the letter as it is first written, and the event that hands it to the queue if it is due at once. */
export function draftOf(plan: LetterPlan, at: Instant): { letter: Draft<Letter>; says: Commit['says'] } {
  // Only what lives apart is never listed, counted or read at the desk.
  if (isConfidential(plan.kind) !== (plan.scope === 'help')) throw new Error(`a ${plan.kind} letter of ${plan.scope}`);
  const { sequence = 1, sendAt, ...rest } = plan;
  const letterId = letterIdOf({ ...rest, sequence });
  const later = sendAt !== undefined && sendAt > at;
  const notAfter = plan.notAfter ?? expiry(plan.kind, later ? sendAt : at);
  const letter: Draft<Letter> = {
    letterId,
    scope: plan.scope,
    kind: plan.kind,
    to: plan.to,
    subject: plan.subject,
    sequence,
    state: 'planned',
    plannedAt: at,
    round: later ? 0 : 1,
    attempts: 0,
    ...(notAfter ? { notAfter } : {}),
    ...(later ? { dueAt: wholeMinute(sendAt) } : {}),
  };
  return { letter, says: later ? [] : [LetterDue({ letterId, scope: plan.scope, round: 1 })] };
}

const isConfidential = (kind: Letter['kind']): boolean => kind === 'help' || kind === 'safety';

function expiry(kind: Letter['kind'], at: Instant): Instant | undefined {
  const { expires } = kindOf(kind);
  if (typeof expires === 'string') return undefined;
  const minutes = 'days' in expires ? expires.days * 24 * 60 : expires.minutes;
  return minutesAfter(at, minutes);
}

/** Plans a letter once: planning the same one again changes nothing. */
export async function planLetter(table: Table, command: Command, plan: LetterPlan): Promise<'planned' | 'known'> {
  const { letter, says = [] } = draftOf(plan, command.at);
  const result = await table.change(letters, letter, command, (current) =>
    current ? { refused: 'known' } : { to: letter, says },
  );
  return result.ok ? 'planned' : 'known';
}

/** For a commit in which a letter is part of the invariant, such as "asked for a sign-in, so one link goes out". */
export function planned(plan: LetterPlan, at: Instant) {
  const { letter, says = [] } = draftOf(plan, at);
  return { change: change(letters, letter, undefined, letter), says };
}
