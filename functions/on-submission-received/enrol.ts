import type { SubmissionReceived } from '../../events/submission-received.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { factsChanged, hasPairs, rechecks } from '../../shared/pair/recheck-round.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { enrolForm, enrolLine } from '../../shared/submission/enrol.ts';
import { fromHr, isTold, submissions } from '../../shared/submission/submission.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

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
  return done(settled, { submissionId, source: submission.source });
}
