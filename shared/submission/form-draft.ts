import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { CohortId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';

/**
 * A form that somebody goes on with later, by a link that only they have. What is typed is sealed by a secret of that
 * link: the table alone tells neither what it says nor whose it is.
 */
export const FormDraft = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  hash: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  /** Absent: it was sent, and is kept nowhere else than in its submission. */
  sealed: z.optional(z.string()),
});
export type FormDraft = z.infer<typeof FormDraft>;
export const formDrafts = noun('form-draft', FormDraft, keys.formDraft);

/** Where the draft of this secret lies; the secret cannot be had from it. */
export const draftHash = (secret: string): string => digest(`form-draft ${secret}`, 32);

const keyOf = (secret: string) => createHash('sha256').update(`seals a form-draft ${secret}`).digest();

/** AES-256-GCM: 12 bytes nonce, ciphertext, 16 bytes tag, in base64. */
export function sealDraft(form: URLSearchParams, secret: string, nonce: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const text = JSON.stringify([...form]);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

const Entries = z.array(z.tuple([z.string(), z.string()]));

export function unsealDraft(sealed: string, secret: string): URLSearchParams {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
  return new URLSearchParams(Entries.parse(JSON.parse(text)));
}
