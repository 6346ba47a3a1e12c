import type { SubmissionId } from '../../events/ids.ts';
import { SubmissionReceived } from '../../events/submission-received.ts';
import type { Cohort } from '../cohort/cohort.ts';
import type { Identity } from '../person/identity.ts';
import { type Reason, reason } from '../submission/reasons.ts';
import { placeOfForm, received } from '../submission/receive.ts';
import { type Submission, submissions } from '../submission/submission.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import { change } from '../table/commit.ts';
import { digest } from '../table/digest.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Answer, bounded, type Delivery } from './answer.ts';
import { firstFault, readAnswers } from './read.ts';
import { deliveries, type Example, exampleExpiry, examples, type Source } from './source.ts';

export interface Receiving {
  readonly table: Table;
  readonly names: Identity;
  readonly command: Command;
  readonly source: Source;
  readonly cohort: Cohort;
}

export type Receipt = Example['outcome'] | 'taken before';

/** The example is a convenience: where many come at once, it gives way to them. */
const triesWithExample = 4;

/**
 * Takes one call of a source: the submission and the mark that this delivery was taken are one commit. A delivery that
 * was taken changes nothing, however long ago it was. What cannot be read is kept as it came, rejected with its reason.
 */
export async function receiveDelivery(receiving: Receiving, { deliveryId, answers }: Delivery): Promise<Receipt> {
  const { table, command, source } = receiving;
  const { sourceId } = source;
  const hash = digest(deliveryId, 40);
  const kept = bounded(answers);
  let outcome: Receipt = 'taken before';
  let tries = 0;
  await table.transact(async () => {
    tries += 1;
    outcome = 'taken before';
    const [taken, example] = await Promise.all([
      table.get(deliveries, { sourceId, hash }),
      table.get(examples, { sourceId }),
    ]);
    if (taken) return { refused: outcome };
    const made = await submissionOf(receiving, kept, digest(`${sourceId}/${hash}`, 24));
    outcome = made === undefined ? 'said before' : made.state === 'rejected' ? 'rejected' : 'taken';
    const seen = { sourceId, receivedAt: command.at };
    const shown = { ...seen, answers: kept, outcome, expiresAt: exampleExpiry(command.at) };
    return {
      command,
      changes: [
        ...(made ? [change(submissions, made, undefined, made)] : []),
        change(deliveries, { sourceId, hash }, undefined, {
          ...seen,
          hash,
          ...(made ? { submissionId: made.submissionId } : {}),
        }),
        ...(tries <= triesWithExample ? [change(examples, { sourceId }, example, shown)] : []),
      ],
      ...(made?.state === 'received'
        ? { says: [SubmissionReceived({ cohortId: made.cohortId, submissionId: made.submissionId })] }
        : {}),
    };
  });
  return outcome;
}

async function submissionOf(
  { table, names, command, source, cohort }: Receiving,
  answers: readonly Answer[],
  ownId: string,
): Promise<Draft<Submission> | undefined> {
  const { cohortId, sourceId, mapping } = source;
  const reject = (why: Reason): Draft<Submission> => ({
    cohortId,
    sourceId,
    submissionId: `sub_${ownId}` as SubmissionId,
    source: 'hook',
    state: 'rejected',
    receivedAt: command.at,
    reason: why.code,
    reasonParams: why.params,
    answers: [...answers],
  });
  if (!mapping) return reject(reason('not-mapped'));
  const { told, faults } = readAnswers(answers, mapping, cohort);
  if (!told) return reject(firstFault(faults) ?? reason('not-mapped'));
  const place = await placeOfForm(table, names, cohortId, told);
  if (place === 'known') return undefined;
  if (place === 'too many') return reject(reason('too-many-forms'));
  return received({ cohortId, sourceId, ...place, source: 'hook', told }, command.at);
}
