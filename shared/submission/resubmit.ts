import { SubmissionReceived } from '../../events/submission-received.ts';
import type { Identity } from '../person/identity.ts';
import { type Command, type Draft, unnumbered } from '../table/aggregate.ts';
import { change } from '../table/commit.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { hrSubmissionId, placeOfForm, received } from './receive.ts';
import { fromHr, type Submission, submissionStates, submissions, type Told } from './submission.ts';

export interface Resubmitting {
  readonly table: Table;
  readonly names: Identity;
  readonly command: Command;
}

export type Resubmitted = 'taken' | 'said before' | 'too many' | 'settled already';

/**
 * Takes a rejected submission in, in words that can be read now: it becomes *corrected*, and the new one goes the way of
 * every other. Both are one commit, so that nobody is taken in twice by two presses.
 */
export async function correctForm(
  { table, names, command }: Resubmitting,
  ref: Pick<Submission, 'cohortId' | 'submissionId'>,
  told: Told,
): Promise<Resubmitted> {
  let outcome: Resubmitted = 'settled already';
  await table.transact(async () => {
    outcome = 'settled already';
    const current = await table.get(submissions, ref);
    if (!current || fromHr(current)) return { refused: outcome };
    const state = submissionStates.next(current.state, 'correct');
    if (!state) return { refused: outcome };
    const place = await placeOfForm(table, names, current.cohortId, told, current.submissionId);
    if (place === 'too many') {
      outcome = place;
      return { refused: outcome };
    }
    outcome = place === 'known' ? 'said before' : 'taken';
    // What was said is in the new one: the words as they came are not kept twice.
    const { answers: _answers, ...rest } = unnumbered(current);
    if (place === 'known') return { command, changes: [change(submissions, current, current, { ...rest, state })] };
    const { cohortId, source, sourceId } = current;
    const made = received({ cohortId, source, sourceId, ...place, told }, command.at);
    return {
      command,
      changes: [
        change(submissions, made, undefined, made),
        change(submissions, current, current, { ...rest, state, correctedAs: made.submissionId }),
      ],
      says: [SubmissionReceived({ cohortId, submissionId: made.submissionId })],
    };
  });
  return outcome;
}

/**
 * HR's own facts about somebody, typed at the desk: they go the way of a line of the HR file. A form that waits for HR is
 * taken in by that; a rejected line becomes *corrected*.
 */
export async function giveHrFacts(
  { table, command }: Resubmitting,
  ref: Pick<Submission, 'cohortId' | 'submissionId'>,
  told: Told,
): Promise<Resubmitted> {
  const result = await table.transact(async () => {
    const current = await table.get(submissions, ref);
    const waits = current?.state === 'waits-for-hr';
    const state =
      current && (waits ? current.state : fromHr(current) && submissionStates.next(current.state, 'correct'));
    if (!current || !state) return { refused: 'settled already' };
    const { cohortId } = current;
    const submissionId = hrSubmissionId(current);
    if (await table.get(submissions, { cohortId, submissionId })) return { refused: 'settled already' };
    const made = received({ cohortId, submissionId, source: 'hr', told }, command.at);
    const after: Draft<Submission> = { ...unnumbered(current), state, correctedAs: submissionId };
    return {
      command,
      changes: [
        change(submissions, made, undefined, made),
        ...(waits ? [] : [change(submissions, current, current, after)]),
      ],
      says: [SubmissionReceived({ cohortId, submissionId })],
    };
  });
  return result.ok ? 'taken' : 'settled already';
}

/** HR does not take somebody in who waits: the form stays, with the reason. */
export async function declineForm(
  { table, command }: Resubmitting,
  ref: Pick<Submission, 'cohortId' | 'submissionId'>,
): Promise<boolean> {
  const result = await table.change(submissions, ref, command, (current) => {
    const state = current?.state === 'waits-for-hr' ? submissionStates.next(current.state, 'reject') : undefined;
    return current && state
      ? { to: { ...unnumbered(current), state, reason: 'not-taken' } }
      : { refused: 'settled already' };
  });
  return result.ok;
}
