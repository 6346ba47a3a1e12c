import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import type { CheckIn } from '../../shared/check-in/check-in.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { gone, participants } from '../../shared/participant/participant.ts';
import { dropped } from '../../shared/reply/automatic.ts';
import { addressOf, checkInAt } from '../../shared/reply/find.ts';
import { readMail } from '../../shared/reply/mail.ts';
import type { RawMail } from '../../shared/reply/raw-mail.s3.ts';
import { meaningOfMail } from '../../shared/reply/read.ts';
import { nameWords } from '../../shared/reply/words.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../shared/time/calendar.ts';
import { possible, save } from './save.ts';

/** A message has come in; the key is SES's id of it. */
export const ReplyReceived = z.object({ key: z.string().check(z.minLength(1), z.maxLength(1024)) });

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly rawMail: RawMail;
  readonly domain: string;
  readonly ourSender: string;
}

/**
 * Somebody has replied to a check-in. What the words certainly mean is saved as the page would save it; all else is one
 * letter a day with the links. Nothing of the mail is kept: it answers the operational question and no other.
 */
export async function react({ key }: z.infer<typeof ReplyReceived>, needs: Needs, trigger: Trigger): Promise<Outcome> {
  const { table, domain } = needs;
  const { raw, at } = await needs.rawMail.read(key);
  const mail = await readMail(raw);
  const why = mail ? dropped(mail, needs.ourSender) : 'unreadable';
  if (!mail || why) return done('dropped', { why });
  const addressed = addressOf(mail, domain);
  const checkIn = addressed && (await checkInAt(addressed, needs, at));
  if (!checkIn) return done('dropped', { why: 'not addressed to a check-in' });
  const { cohortId, pairId, personId, checkInId } = checkIn;
  const [cohort, pair, me] = await Promise.all([
    table.get(cohorts, { cohortId }),
    table.get(pairs, { cohortId, pairId }),
    table.get(participants, { cohortId, personId }),
  ]);
  if (!cohort || !pair || !me || gone(me)) return done('not applicable', { checkInId });
  const zone = me.self.timeZone;
  const today = calendarDate(at, zone);
  const meaning = meaningOfMail(mail, { names: nameWords(me.name, me.self.callName), today });
  const formed = calendarDate(pair.formedAt ?? cohort.createdAt, zone);
  const clear = cohort.replyByMail && meaning !== 'unclear' && possible(meaning, { today, formed });
  const outcome = clear ? await save(checkIn, meaning, at, table, trigger) : 'unclear';
  if (outcome === 'unclear' || outcome === 'closed') await askAgain(checkIn, at, zone, table, trigger);
  else await thank(checkIn, at, table, trigger);
  return done(outcome, { checkInId });
}

/** What has been noted, for each reply that said something: a program may have misunderstood it. */
async function thank({ cohortId, personId, checkInId }: CheckIn, at: Instant, table: Table, trigger: Trigger) {
  await planLetter(table, trigger.command('plan letter about what was noted'), {
    scope: cohortId,
    kind: 'thanks',
    to: { personId },
    subject: { checkInId },
    sequence: Math.floor(Date.parse(at) / 1000),
  });
}

/** One letter a day, however much comes in, with the links of this check-in or the word that it has closed. */
async function askAgain(
  { cohortId, personId, checkInId }: CheckIn,
  at: Instant,
  zone: string,
  table: Table,
  trigger: Trigger,
): Promise<void> {
  await planLetter(table, trigger.command('plan letter about an unclear reply'), {
    scope: cohortId,
    kind: 'unclear-reply',
    to: { personId },
    subject: { checkInId },
    sequence: Number(calendarDate(at, zone).replaceAll('-', '')),
  });
}
