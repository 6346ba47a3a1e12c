import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { standardWebhook } from '../proof.ts';
import type { Provider } from '../provider.ts';

const Body = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) });

/** Our own form of it, by https://www.standardwebhooks.com : `type`, `timestamp`, and under `data` the fields by name. */
export const standard: Provider = {
  type: 'application/json',
  proves: standardWebhook,
  read: async ({ headers, bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    if (body.type !== 'form.submitted') return [];
    const answers = Object.entries(body.data).map(([key, value]) => ({ key, label: key, values: textsOf(value) }));
    return [{ deliveryId: headers['webhook-id'] ?? '', answers }];
  },
};
