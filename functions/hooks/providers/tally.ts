import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { hmacBase64, sameSecret } from '../proof.ts';
import type { Provider } from '../provider.ts';

const Body = z.object({
  eventId: z.string().check(z.minLength(1)),
  eventType: z.string(),
  data: z.object({
    fields: z.optional(
      z.array(
        z.object({
          key: z.string(),
          label: z.nullish(z.string()),
          value: z.optional(z.unknown()),
          options: z.optional(z.array(z.object({ id: z.string(), text: z.optional(z.string()) }))),
        }),
      ),
    ),
  }),
});

/** https://tally.so/help/webhooks : signed over the raw body, without a clock. Choices come as ids or as text. */
export const tally: Provider = {
  type: 'application/json',
  proves: ({ headers, bytes }, secret) => sameSecret(headers['tally-signature'] ?? '', hmacBase64(bytes, secret)),
  read: async ({ bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    if (body.eventType !== 'FORM_RESPONSE') return [];
    const answers = (body.data.fields ?? []).map(({ key, label, value, options = [] }) => {
      const texts = new Map(options.map(({ id, text }) => [id, text]));
      return { key, label: label || key, values: textsOf(value).map((each) => texts.get(each) ?? each) };
    });
    return [{ deliveryId: body.eventId, answers }];
  },
};
