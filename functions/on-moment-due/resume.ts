import { LetterId } from '../../events/ids.ts';
import type { LettersResumed } from '../../events/letters-resumed.ts';
import { resume as resumeLetter } from '../../shared/letter/ledger.ts';
import { letters } from '../../shared/letter/letter.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import { sideBySide } from '../../shared/table/side-by-side.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import type { Needs } from './open.ts';

/** Whoever is not reached in time is tried again on the day by its own timer. */
const spareMilliseconds = 30_000;
/** Stopped letters look again once a day: none of them is due later than that. */
const latestDays = 2;

/** HR lets letters go again: those that wait for it are handed over now, and the sender drops what is out of date. */
export async function resume(
  { scope }: EventOf<typeof LettersResumed>,
  { table }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const until = daysAfter(trigger.at, latestDays);
  let resumed = 0;
  for await (const { sk } of sideBySide(partitionsOf(scope).map((pk) => table.due(pk, until)))) {
    if (!sk.startsWith(prefixOf.letter)) continue;
    if (trigger.remaining() < spareMilliseconds) return done('resumed in part', { scope, resumed });
    const ref = { scope, letterId: LetterId.parse(sk.slice(prefixOf.letter.length)) };
    const result = await table.change(letters, ref, trigger.command('resume letter'), (letter) =>
      letter ? resumeLetter(letter, trigger.at) : { refused: 'gone' },
    );
    if (result.ok) resumed++;
  }
  return done('resumed', { scope, resumed });
}
