import type { Instant } from '../../events/define.ts';
import type { PersonId } from '../../events/ids.ts';
import { ParticipantLeft } from '../../events/participant-left.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { canEnd } from '../cohort/draft.ts';
import { waitingPeople } from '../pair/waiting.ts';
import { reassisted } from '../participant/assistant.ts';
import { gone, type Participant, participants } from '../participant/participant.ts';
import { findOrMakePerson, personAt } from '../person/find.ts';
import type { Identity } from '../person/identity.ts';
import { type Person, persons } from '../person/person.ts';
import { type Command, type Draft, unnumbered } from '../table/aggregate.ts';
import { type Commit, change } from '../table/commit.ts';
import type { Step, Table } from '../table/table.dynamodb.ts';
import { corrected, type Merged, mergeFile, mergeForm, mergeTyped } from './merge.ts';
import { type ReasonCode, reason } from './reasons.ts';
import { formsOf } from './receive.ts';
import { type Submission, submissionStates, submissions, type ToldSubmission } from './submission.ts';

export interface Enrolling {
  readonly table: Table;
  readonly names: Identity;
  readonly cohort: Cohort;
  readonly command: Command;
}

type Settled = 'accepted' | 'rejected' | 'waits for HR' | 'settled before';

/** A line of HR's file becomes a participant, or changes one; then forms that waited for it are taken in. */
export async function enrolLine(enrolling: Enrolling, submission: ToldSubmission): Promise<Settled> {
  const { table, names, cohort, command } = enrolling;
  const settled = await settleLine(enrolling, submission);
  if (settled === 'rejected') return settled;
  for (const form of await formsOf(table, cohort.cohortId, names.addressKey(submission.told.address))) {
    if (form.state === 'received' || form.state === 'waits-for-hr') {
      await enrolForm({ table, names, cohort, command }, form);
    }
  }
  return settled;
}

async function settleLine(
  { table, names, cohort, command }: Enrolling,
  { told, receivedAt, ...ref }: ToldSubmission,
): Promise<Settled> {
  if (!canEnd(cohort.state)) return settle({ table, command }, ref, () => rejected('cohort-closed'));
  const { personId, addressOf } = await findOrMakePerson(table, names, told, command);
  return settle({ table, command }, ref, async () => {
    const other = addressOf && (await table.get(participants, { ...ref, personId: addressOf }));
    if (other && !gone(other)) return rejected('address-of-another');
    const stored = await table.get(participants, { ...ref, personId });
    const before = stored?.state === 'taken-back' ? undefined : stored;
    const waiting =
      before && told.role && before.role !== told.role ? await waitingPeople(table, cohort.cohortId) : undefined;
    const merged = dated(
      mergeFile(before, told, personId, waiting ? { ...cohort, waiting } : cohort, names),
      before,
      receivedAt,
    );
    if ('to' in merged && corrected(before, told)) await writeAgain(table, personId, command);
    if (before || !('to' in merged)) return { merged, personId, before, stored };
    const mail = (await table.get(persons, { personId }))?.mail ?? 'ok';
    return { merged: { ...merged, to: { ...merged.to, mail } }, personId, before, stored };
  });
}

/** Before the participant: whoever does this again after a crash finds the person free already. */
async function writeAgain(table: Table, personId: PersonId, command: Command): Promise<void> {
  await table.change(
    persons,
    { personId },
    command,
    (person): Step<Person> =>
      person?.mail === 'bounced' ? { to: { ...unnumbered(person), mail: 'ok' } } : { refused: 'may be written to' },
  );
}

/**
 * What a person says of themself. Without HR's facts it waits: nobody takes part whom HR does not know. Of several
 * forms of one person the latest counts, in whatever order they are worked on.
 */
export async function enrolForm({ table, names, cohort, command }: Enrolling, form: ToldSubmission): Promise<Settled> {
  return settle({ table, command }, form, async () => {
    if (!canEnd(cohort.state)) return rejected('cohort-closed');
    const personId = await personAt(table, names, form.told.address);
    const before = personId && (await table.get(participants, { ...form, personId }));
    if (!personId || !before?.hr || before.state === 'taken-back') return 'wait';
    // The form is open to everybody who has its link: it does not speak over somebody who has answered their own letter.
    if (before.confirmedAt !== undefined) return rejected('speaks-for-themself');
    const forms = await formsOf(table, form.cohortId, names.addressKey(form.told.address));
    const place = forms.findIndex(({ submissionId }) => submissionId === form.submissionId);
    // Who waited was nobody's before: their own first words. Later ones may be anybody's.
    const merge = form.state === 'waits-for-hr' ? mergeForm : mergeTyped;
    const overtaken = forms.slice(place + 1).some(({ state }) => state === 'accepted');
    return {
      merged: overtaken ? { unchanged: true } : merge(before, form.told, names, form.receivedAt),
      personId,
      before,
      stored: before,
    };
  });
}

/** Files may be worked on in any order: the one that HR checked last counts, also where it changes nothing. */
function dated(merged: Merged, before: Participant | undefined, toldAt: Instant): Merged {
  const known = before?.hr?.toldAt;
  if (known !== undefined && known > toldAt) return { unchanged: true };
  if ('to' in merged && merged.to.hr) return { ...merged, to: { ...merged.to, hr: { ...merged.to.hr, toldAt } } };
  if (!('unchanged' in merged) || !before?.hr || gone(before) || known === toldAt) return merged;
  const rest = unnumbered(before);
  return { to: { ...rest, hr: { ...before.hr, toldAt } }, left: false };
}

type Decision =
  | 'wait'
  | { readonly rejected: ReasonCode }
  | {
      readonly merged: Merged;
      readonly personId: PersonId;
      readonly before: Participant | undefined;
      /** As the table has it: also somebody whom an undo has taken back, who stood nowhere. */
      readonly stored: Participant | undefined;
    };

const rejected = (code: ReasonCode): Decision => ({ rejected: code });

/** Decides and writes submission and participant in one commit; a submission that is settled stays as it is. */
async function settle(
  { table, command }: Pick<Enrolling, 'table' | 'command'>,
  ref: Pick<Submission, 'cohortId' | 'submissionId'>,
  decide: () => Decision | Promise<Decision>,
): Promise<Settled> {
  let settled: Settled = 'settled before';
  await table.transact(async () => {
    settled = 'settled before';
    const current = await table.get(submissions, ref);
    if (!current) return { refused: 'no such submission' };
    const decision = await decide();
    const move = moveOf(decision);
    const state = submissionStates.next(current.state, move);
    if (!state) return { refused: settled };
    settled = outcomes[move];
    return commitOf(command, current, state, decision);
  });
  return settled;
}

const outcomes = { wait: 'waits for HR', reject: 'rejected', accept: 'accepted' } as const;

function moveOf(decision: Decision): keyof typeof outcomes {
  if (decision === 'wait') return 'wait';
  return 'rejected' in decision || 'refused' in decision.merged ? 'reject' : 'accept';
}

function commitOf(command: Command, current: Submission, state: Submission['state'], decision: Decision): Commit {
  const { reason: ___, ...rest } = unnumbered(current);
  const after: Draft<Submission> = { ...rest, state };
  const submissionOnly = (extra: Partial<Submission>): Commit => ({
    command,
    changes: [change(submissions, current, current, { ...after, ...extra })],
  });
  if (decision === 'wait') return submissionOnly({});
  if ('rejected' in decision) return submissionOnly({ reason: reason(decision.rejected).code });
  const { merged, personId, before, stored } = decision;
  if ('refused' in merged) return submissionOnly({ reason: merged.refused.code, personId });
  if ('unchanged' in merged) return submissionOnly({ personId });
  const { to, says } = reassisted(before, merged.to);
  const wrote = { version: (stored?.version ?? 0) + 1, ...(before ? { before: unnumbered(before) } : {}) };
  return {
    command,
    changes: [
      change(submissions, current, current, { ...after, personId, ...(current.line ? { wrote } : {}) }),
      change(participants, merged.to, stored, to),
    ],
    says: [...says, ...(merged.left ? [ParticipantLeft({ cohortId: to.cohortId, personId })] : [])],
  };
}
