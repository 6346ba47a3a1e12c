import { ConfirmReminderDue } from '../../events/confirm-reminder-due.ts';
import { ConsentReminderDue } from '../../events/consent-reminder-due.ts';
import { FeedbackDue } from '../../events/feedback-due.ts';
import type { ReminderDue } from '../../events/reminder-due.ts';
import { type CheckIn, checkIns, isMonthly, pairOf } from '../../shared/check-in/check-in.ts';
import { planMonthly } from '../../shared/check-in/plan.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { planConsent } from '../../shared/letter/plan-consent.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

type Event = EventOf<typeof FeedbackDue | typeof ReminderDue | typeof ConfirmReminderDue | typeof ConsentReminderDue>;

/** Something is to be asked, or asked again: the letter that asks it. */
export async function react(event: Event, { table }: { table: Table }, trigger: Trigger): Promise<Outcome> {
  if (event.detailType === ConfirmReminderDue.detailType) return remindToConfirm(event, table, trigger);
  if (event.detailType === ConsentReminderDue.detailType) return remindOfPair(event, table, trigger);
  const { checkInId, cohortId } = event;
  const checkIn = await table.get(checkIns, { cohortId, pairId: pairOf(checkInId), checkInId });
  if (!checkIn) return done('not applicable', { checkInId });
  const first = event.detailType === FeedbackDue.detailType;
  if (checkIn.state === 'asked') {
    await planLetter(table, trigger.command('plan check-in letter'), {
      scope: cohortId,
      kind: first ? 'check-in' : 'check-in-reminder',
      to: { personId: checkIn.personId },
      subject: { checkInId },
      ...(checkIn.closesAt ? { notAfter: checkIn.closesAt } : {}),
    });
  }
  if (first && isMonthly(checkInId)) await planNext(checkIn, table, trigger);
  return done(first ? 'asked' : 'reminded', { checkInId, state: checkIn.state });
}

/** Each monthly check-in plans the one after it, whether it is answered or not. */
async function planNext(checkIn: CheckIn, table: Table, trigger: Trigger): Promise<void> {
  const { cohortId, pairId, personId } = checkIn;
  const [cohort, pair, participant] = [
    await table.get(cohorts, { cohortId }),
    await table.get(pairs, { cohortId, pairId }),
    await table.get(participants, { cohortId, personId }),
  ];
  if (!cohort || !pair || !participant) return;
  const number = Number(checkIn.checkInId.split('.month-')[1]) + 1;
  await planMonthly(table, trigger.command('plan monthly check-in'), {
    pair,
    participant,
    cohort,
    number,
    from: checkIn.askedAt ?? checkIn.askAt,
  });
}

async function remindToConfirm(
  event: EventOf<typeof ConfirmReminderDue>,
  table: Table,
  trigger: Trigger,
): Promise<Outcome> {
  const { cohortId, personId } = event;
  const [cohort, participant] = [
    await table.get(cohorts, { cohortId }),
    await table.get(participants, { cohortId, personId }),
  ];
  if (!cohort || participant?.state !== 'invited') return done('not applicable', { personId });
  await planLetter(table, trigger.command('plan confirm reminder'), {
    scope: cohortId,
    kind: 'confirm-reminder',
    to: { personId },
    subject: {},
    notAfter: cohort.endsAt,
  });
  return done('reminded', { personId });
}

async function remindOfPair(
  { cohortId, pairId, role }: EventOf<typeof ConsentReminderDue>,
  table: Table,
  trigger: Trigger,
): Promise<Outcome> {
  const pair = await table.get(pairs, { cohortId, pairId });
  const command = trigger.command('plan consent reminder');
  const reminded = pair && (await planConsent(table, command, pair, 'consent-reminder', role));
  return done(reminded ? 'reminded' : 'not applicable', { pairId });
}
