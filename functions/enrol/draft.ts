import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { draftHash, formDrafts, sealDraft, unsealDraft } from '../../shared/submission/form-draft.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { type Fields, fieldsOf, formOf } from './form.ts';

/** Longer than an enrolment stays open as a rule. */
const daysKept = 60;

export interface Drafts {
  readonly table: Table;
  readonly cohort: Cohort;
  /** Of the link by which the draft is opened again. */
  readonly secret: string;
}

/** What was typed so far, unless it was sent meanwhile, or is too old. */
export async function readDraft({ table, cohort, secret }: Drafts, at: Instant): Promise<Fields | undefined> {
  const draft = await table.get(formDrafts, { cohortId: cohort.cohortId, hash: draftHash(secret) });
  // The table deletes it some days later than it says.
  if (!draft?.sealed || (draft.expiresAt ?? 0) * 1000 < Date.parse(at)) return undefined;
  return fieldsOf(unsealDraft(draft.sealed, secret));
}

/** Keeps it for later. Nobody is enrolled by that, and nobody is written to. */
export async function keepDraft(
  { table, cohort, secret }: Drafts,
  fields: Fields,
  nonce: Uint8Array,
  trigger: Trigger,
): Promise<void> {
  const ref = { cohortId: cohort.cohortId, hash: draftHash(secret) };
  const expiresAt = Math.floor(Date.parse(trigger.at) / 1000) + daysKept * 86_400;
  await table.change(formDrafts, ref, { ...trigger.command('keep a form for later'), by: 'form' }, () => ({
    to: { ...ref, sealed: sealDraft(formOf(fields), secret, nonce), expiresAt },
  }));
}

/** It was sent: what it said is in its submission now, and only there. */
export async function dropDraft({ table, cohort, secret }: Drafts, trigger: Trigger): Promise<void> {
  const ref = { cohortId: cohort.cohortId, hash: draftHash(secret) };
  await table.change(formDrafts, ref, { ...trigger.command('send a kept form'), by: 'form' }, (current) =>
    current?.sealed ? { to: { ...ref, expiresAt: current.expiresAt } } : { refused: 'nothing kept' },
  );
}
