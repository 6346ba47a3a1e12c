import type { SubmissionReceived } from '../../events/submission-received.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { factsChanged, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { enrolForm, enrolLine } from '../../shared/submission/enrol.ts';
import { fromHr, isTold, type Submission, submissions } from '../../shared/submission/submission.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../shared/time/calendar.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
}

/** Both roads end here: a line of HR's file and a form become one participant. Nobody is written to. */
export async function enrol(
  { cohortId, submissionId }: EventOf<typeof SubmissionReceived>,
  { table, keys }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const [submission, cohort] = await Promise.all([
    table.get(submissions, { cohortId, submissionId }),
    table.get(cohorts, { cohortId }),
  ]);
  if (!submission || !isTold(submission) || !cohort) return done('gone', { submissionId });
  const names = await keys.identity();
  const command = trigger.command('enrol');
  const enrolling = { table, names, cohort, command };
  const settled = await (fromHr(submission) ? enrolLine : enrolForm)(enrolling, submission);
  // Said by a duplicate too: the first attempt may have ended before it came to this.
  if (fromHr(submission) && settled !== 'rejected' && hasPairs(cohort)) {
    await table.change(rechecks, { cohortId }, command, (current) => factsChanged(current, cohortId, trigger.at));
  }
  if (!fromHr(submission)) await askAgain(table, cohort, submission, trigger);
  return done(settled, { submissionId, source: submission.source });
}

/**
 * What a form says of somebody who was invited already counts only once they save it by their own letter: it goes out
 * again, once a day however many forms come, and not on the day on which they got it anyway.
 */
async function askAgain(table: Table, cohort: Cohort, form: Submission, trigger: Trigger): Promise<void> {
  const { cohortId, submissionId, receivedAt } = form;
  const personId = (await table.get(submissions, { cohortId, submissionId }))?.personId;
  const person = personId && (await table.get(participants, { cohortId, personId }));
  if (person?.state !== 'invited' || person.typed?.at !== receivedAt || !person.invitedAt) return;
  const [today, invited] = [receivedAt, person.invitedAt].map((at) => calendarDate(at, cohort.timeZone));
  if (!today || today === invited) return;
  await planLetter(table, trigger.command('ask again after a form'), {
    scope: cohortId,
    kind: 'confirm',
    to: { personId: person.personId },
    subject: {},
    sequence: Number(today.replaceAll('-', '')),
    notAfter: cohort.endsAt,
  });
}
