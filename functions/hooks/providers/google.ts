import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { standardWebhook } from '../proof.ts';
import type { Provider } from '../provider.ts';

const Body = z.object({
  type: z.string(),
  data: z.object({
    responseId: z.string().check(z.minLength(1)),
    email: z.nullish(z.string()),
    answers: z.array(z.object({ id: z.string(), title: z.string(), value: z.optional(z.unknown()) })),
  }),
});

/** What docs/forms/google-forms.gs sends: Google Forms itself calls nobody. Signed as Standard Webhooks. */
export const google: Provider = {
  type: 'application/json',
  proves: standardWebhook,
  read: async ({ bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    if (body.type !== 'form.submitted') return [];
    const { responseId, email, answers } = body.data;
    return [
      {
        deliveryId: responseId,
        answers: [
          ...(email ? [{ key: 'email', label: 'email', values: [email] }] : []),
          ...answers.map(({ id, title, value }) => ({ key: id, label: title, values: textsOf(value) })),
        ],
      },
    ];
  },
};
