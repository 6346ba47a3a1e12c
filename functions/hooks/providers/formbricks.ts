import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { standardWebhook } from '../proof.ts';
import type { Provider } from '../provider.ts';

const One = z.object({
  event: z.string(),
  data: z.object({ data: z.optional(z.record(z.string(), z.unknown())) }),
});
const Try = z.strictObject({ event: z.literal('testEndpoint') });
const Body = z.union([One, z.array(One).check(z.maxLength(20))]);

/** https://formbricks.com/docs : Standard Webhooks, one response or a list of them. Only a finished response is somebody's word. */
export const formbricks: Provider = {
  type: 'application/json',
  proves: standardWebhook,
  isTry: ({ bytes }) => bytes.length < 200 && readJson(bytes, Try) !== undefined,
  read: async ({ headers, bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    const id = headers['webhook-id'] ?? '';
    return [body].flat().flatMap(({ event, data }, place) =>
      event === 'responseFinished'
        ? [
            {
              deliveryId: place === 0 ? id : `${id}/${place}`,
              answers: Object.entries(data.data ?? {}).map(([key, value]) => ({
                key,
                label: key,
                values: textsOf(value),
              })),
            },
          ]
        : [],
    );
  },
};
