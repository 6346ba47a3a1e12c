import type { Instant } from '../../events/define.ts';
import type { CohortId, SubmissionId, UploadId } from '../../events/ids.ts';
import { SubmissionReceived } from '../../events/submission-received.ts';
import { outsiders } from '../participant/participant.ts';
import type { Identity } from '../person/identity.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { same } from './merge.ts';
import { type HrRow, isTold, type Submission, submissions, type Told, type ToldSubmission } from './submission.ts';
import type { Upload } from './upload.ts';

const idOf = (...parts: readonly (string | number)[]): SubmissionId =>
  `sub_${digest(parts.join('/'), 24)}` as SubmissionId;

/** The same line of the same upload is the same submission. */
export const lineSubmissionId = (uploadId: UploadId, line: number): SubmissionId => idOf('line', uploadId, line);

/** The n-th form that came for an address. Numbered, so that an address leads to its forms without an index. */
export const formSubmissionId = (cohortId: CohortId, addressKey: string, number: number): SubmissionId =>
  idOf('form', cohortId, addressKey, number);

/** HR's facts after a submission that lacks them: two presses on the same page are the same facts. */
export const hrSubmissionId = (after: Pick<Submission, 'submissionId' | 'version'>): SubmissionId =>
  idOf('hr', after.submissionId, after.version);

/** More than this for one address is not a person who thinks again. */
const mostForms = 20;

/** Takes one line of a committed file: a submission, or a link of the reporting chain. Nothing happens the second time. */
export async function receiveRow(
  table: Table,
  names: Identity,
  command: Command,
  { uploadId, cohortId, checkedAt }: Pick<Upload, 'uploadId' | 'cohortId' | 'checkedAt'>,
  row: HrRow,
): Promise<void> {
  if ('told' in row) {
    const submissionId = lineSubmissionId(uploadId, row.line);
    const draft = received({ cohortId, submissionId, source: 'file', told: row.told, line: row.line }, checkedAt);
    await table.change(submissions, draft, command, (current) =>
      current
        ? { refused: 'known' }
        : { to: draft, says: [SubmissionReceived({ cohortId, submissionId: draft.submissionId })] },
    );
    return;
  }
  const { employeeId, managerId } = row.outside;
  const employeeKey = names.employeeKey(employeeId);
  const managerKey = managerId === '-' ? ('top' as const) : names.employeeKey(managerId);
  const ref = { cohortId, employeeKey };
  await table.change(outsiders, ref, command, (current) => {
    const before = current?.takenBack ? undefined : current?.managerKey;
    if (before === managerKey) return { refused: 'known' };
    return { to: { ...ref, managerKey, was: { uploadId, ...(before ? { managerKey: before } : {}) } } };
  });
}

/** Takes one form. The same words again are the same form. */
export async function receiveForm(
  table: Table,
  names: Identity,
  command: Command,
  cohortId: CohortId,
  told: Told,
): Promise<'received' | 'known' | 'too many'> {
  for (;;) {
    const place = await placeOfForm(table, names, cohortId, told);
    if (typeof place === 'string') return place;
    const { submissionId } = place;
    const draft = received({ cohortId, submissionId, source: 'form', told }, command.at);
    const result = await table.change(submissions, draft, command, (current) =>
      current
        ? { refused: 'somebody was faster' }
        : { to: draft, says: [SubmissionReceived({ cohortId, submissionId })] },
    );
    if (result.ok) return 'received';
  }
}

/** Where the next form of a person belongs, unless it says the same words again; a form that is corrected is no such other. */
export async function placeOfForm(
  table: Table,
  names: Identity,
  cohortId: CohortId,
  told: Told,
  corrects?: SubmissionId,
): Promise<{ readonly submissionId: SubmissionId } | 'known' | 'too many'> {
  const addressKey = names.addressKey(told.address);
  const before = await formsOf(table, cohortId, addressKey);
  const last = before.at(-1);
  if (last?.submissionId !== corrects && same(last?.told, told)) return 'known';
  return before.length >= mostForms
    ? 'too many'
    : { submissionId: formSubmissionId(cohortId, addressKey, before.length) };
}

/** All forms that came for an address, in the order in which they came. */
export async function formsOf(table: Table, cohortId: CohortId, addressKey: string): Promise<ToldSubmission[]> {
  const refOf = (number: number) => ({ cohortId, submissionId: formSubmissionId(cohortId, addressKey, number) });
  const first = await table.get(submissions, refOf(0));
  if (!first || !isTold(first)) return [];
  const refs = Array.from({ length: mostForms - 1 }, (_, index) => refOf(index + 1));
  const others = new Map(
    (await table.getMany(submissions, refs)).filter(isTold).map((each) => [each.submissionId, each]),
  );
  return [first, ...refs.flatMap(({ submissionId }) => others.get(submissionId) ?? [])];
}

export const received = (
  submission: Pick<Submission, 'cohortId' | 'submissionId' | 'source' | 'sourceId' | 'told' | 'line'>,
  receivedAt: Instant,
): Draft<Submission> => ({ ...submission, state: 'received', receivedAt });
