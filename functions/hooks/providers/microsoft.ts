import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { sameSecret } from '../proof.ts';
import type { Provider } from '../provider.ts';

const Body = z.object({
  responseId: z.union([z.string().check(z.minLength(1)), z.number()]),
  response: z.record(z.string(), z.unknown()),
});

/** What the flow of docs/forms/microsoft-forms.md sends: Microsoft Forms itself calls nobody. A secret header proves it. */
export const microsoft: Provider = {
  type: 'application/json',
  proves: ({ headers }, secret) => sameSecret(headers['x-form-secret'] ?? '', secret),
  read: async ({ bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    const answers = Object.entries(body.response)
      .filter(([key]) => key !== 'submitDate')
      .map(([key, value]) => ({ key, label: key, values: valuesOf(value) }));
    return [{ deliveryId: String(body.responseId), answers }];
  },
};

/** Several choices come as the text of a JSON list. */
function valuesOf(value: unknown): string[] {
  const list = typeof value === 'string' && value.startsWith('[') ? readJson(value, z.array(z.unknown())) : undefined;
  return textsOf(list ?? value);
}
