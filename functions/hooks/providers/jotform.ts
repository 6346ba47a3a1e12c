import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { sameSecret } from '../proof.ts';
import type { Provider } from '../provider.ts';

/** `q4_email`: the number of the question and its name. What has none (`slug`, `path`, …) is about the form. */
const question = /^q\d+_(.+)$/;

/** https://www.jotform.com/help/245-how-to-setup-a-webhook-with-jotform/ : unsigned, so the address holds the secret. */
export const jotform: Provider = {
  type: 'multipart/form-data',
  proves: ({ pathSecret }, secret) => sameSecret(pathSecret ?? '', secret),
  read: async ({ headers, bytes }) => {
    const form = await formOf(bytes, headers['content-type'] ?? '');
    const submissionId = form?.get('submissionID');
    const raw = form?.get('rawRequest');
    if (typeof submissionId !== 'string' || submissionId === '' || typeof raw !== 'string') return undefined;
    const answered = readJson(raw, z.record(z.string(), z.unknown()));
    if (!answered) return undefined;
    const answers = Object.entries(answered).flatMap(([key, value]) => {
      const [, name] = question.exec(key) ?? [];
      return name === undefined ? [] : [{ key, label: name, values: textsOf(value) }];
    });
    return [{ deliveryId: submissionId, answers }];
  },
};

async function formOf(bytes: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
