import type { Instant } from '../../events/define.ts';
import type { LocalDate } from '../../events/ids.ts';
import { answered, canAnswer } from '../../shared/check-in/answer.ts';
import { type CheckIn, checkIns } from '../../shared/check-in/check-in.ts';
import { pairs } from '../../shared/pair/pair.ts';
import type { Meaning } from '../../shared/reply/meaning.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { datesOf, logSession, type Told, wrongIn } from '../../shared/session/log.ts';
import { sessionOn } from '../../shared/session/on-day.ts';
import { planSession } from '../../shared/session/plan.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

type Clear = Exclude<Meaning, 'unclear'>;
type Met = NonNullable<Extract<Clear, { met: 'yes' }>['session']>;

const sessionIn = (meaning: Clear): Met | undefined => (meaning.met === 'yes' ? meaning.session : undefined);
const told = ({ date, minutes }: Met): Told => ({ date, minutes, movedBy: 'nobody' });

/** A meeting that cannot have been makes the whole reply unclear: who knows what else it means. */
export function possible(meaning: Clear, days: { today: LocalDate; formed: LocalDate }): boolean {
  const session = sessionIn(meaning);
  return session === undefined || wrongIn(told(session), days).length === 0;
}

/**
 * The answer, then the meeting if one was told. Both carry the time at which the mail came in: told again it finds itself
 * saved, and it never undoes what was said later.
 */
export async function save(
  checkIn: CheckIn,
  meaning: Clear,
  at: Instant,
  table: Table,
  trigger: Trigger,
): Promise<'saved' | 'known' | 'closed'> {
  const by = `participant:${checkIn.personId}`;
  const next = meaning.met === 'date' ? meaning.next : undefined;
  // Before the answer, which says that all of the mail is done with: a day that has moved since is not taken back.
  if (next && canAnswer(checkIn, at) && !(checkIn.answeredAt !== undefined && checkIn.answeredAt >= at)) {
    await plan(checkIn, next, at, table, { ...trigger.command('plan session by mail'), by });
  }
  const command = { ...trigger.command('answer check-in by mail'), by };
  const { ok, refused } = await answer(checkIn, meaning, at, table, command);
  if (refused === 'closed') return 'closed';
  const session = sessionIn(meaning);
  if (session) await log(checkIn, session, at, table, { ...trigger.command('log session by mail'), by });
  return ok ? 'saved' : 'known';
}

type Command = ReturnType<Trigger['command']>;

async function answer(
  checkIn: CheckIn,
  { met }: Clear,
  at: Instant,
  table: Table,
  command: Command,
): Promise<{ ok: boolean; refused?: string | undefined }> {
  const result = await table.change(checkIns, checkIn, command, (current) => {
    if (!current) return { refused: 'closed' };
    if (current.answeredAt !== undefined && current.answeredAt >= at) return { refused: 'known' };
    // What is sealed stays sealed: a mail answers no confidential question.
    const to = canAnswer(current, at) && answered(current, { operational: { P1: met } }, current.sealed, at);
    return to ? { to } : { refused: 'closed' };
  });
  return result.ok ? { ok: true } : { ok: false, refused: result.refused };
}

/** The day alone: without an hour no calendar hears of it. */
async function plan(
  { cohortId, pairId }: CheckIn,
  date: LocalDate,
  at: Instant,
  table: Table,
  command: Command,
): Promise<void> {
  await table.transact(async () => {
    const pair = await table.get(pairs, { cohortId, pairId });
    if (!pair) return { refused: 'no such pair' };
    const [next, planned] = await Promise.all([sessionOn(table, pair, date), sessionOn(table, pair, pair.nextSession)]);
    if (next?.state === 'logged') return { refused: 'they have met on that day' };
    const decision = planSession({ pair, next, planned }, { date }, at);
    return 'refused' in decision ? decision : { command, ...decision };
  });
}

async function log(
  { cohortId, pairId, role }: CheckIn,
  met: Met,
  at: Instant,
  table: Table,
  command: Command,
): Promise<void> {
  await table.transact(async () => {
    const pair = await table.get(pairs, { cohortId, pairId });
    if (!pair) return { refused: 'no such pair' };
    const dates = datesOf(told(met), pair);
    const [session, planned] = await Promise.all([
      sessionOn(table, pair, dates.date),
      sessionOn(table, pair, dates.planned),
    ]);
    const before = session?.logs[role];
    if (before && before.at >= at) return { refused: 'known' };
    // Who moved the date is not asked for in a mail: what was said of it stays.
    const view = { ...told(met), movedBy: before?.movedBy ?? 'nobody' };
    const decision = logSession({ pair, session, next: undefined, planned }, role, view, at);
    return 'refused' in decision ? decision : { command, ...decision };
  });
}
