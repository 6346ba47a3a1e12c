import * as z from 'zod/mini';
import { textsOf } from '../../../shared/source/answer.ts';
import { readJson } from '../json.ts';
import { hmacBase64, sameSecret } from '../proof.ts';
import type { Provider } from '../provider.ts';

const Field = z.object({ id: z.optional(z.string()), ref: z.optional(z.string()) });
const Choice = z.object({ label: z.optional(z.string()), other: z.optional(z.string()) });
const TypeformAnswer = z.looseObject({
  type: z.string(),
  field: Field,
  choice: z.optional(Choice),
  choices: z.optional(z.object({ labels: z.optional(z.array(z.string())), other: z.optional(z.string()) })),
});
const Body = z.object({
  event_id: z.string().check(z.minLength(1)),
  event_type: z.string(),
  form_response: z.object({
    hidden: z.optional(z.record(z.string(), z.unknown())),
    definition: z.optional(
      z.object({ fields: z.optional(z.array(z.extend(Field, { title: z.optional(z.string()) }))) }),
    ),
    answers: z.optional(z.array(TypeformAnswer)),
  }),
});

/** https://www.typeform.com/developers/webhooks/ : signed over the raw body, without a clock. */
export const typeform: Provider = {
  type: 'application/json',
  proves: ({ headers, bytes }, secret) =>
    sameSecret(headers['typeform-signature'] ?? '', `sha256=${hmacBase64(bytes, secret)}`),
  read: async ({ bytes }) => {
    const body = readJson(bytes, Body);
    if (!body) return undefined;
    if (body.event_type !== 'form_response') return [];
    const { hidden = {}, definition, answers = [] } = body.form_response;
    const titles = new Map(
      definition?.fields?.flatMap(
        ({ id, ref, title = '' }) =>
          [
            [ref, title],
            [id, title],
          ] as const,
      ),
    );
    const told = answers.map((answer) => {
      const { id, ref } = answer.field;
      const key = ref ?? id ?? '';
      return { key, label: titles.get(ref) || titles.get(id) || key, values: valuesOf(answer) };
    });
    const behind = Object.entries(hidden).map(([name, value]) => ({
      key: `hidden:${name}`,
      label: name,
      values: textsOf(value),
    }));
    return [{ deliveryId: body.event_id, answers: [...told, ...behind] }];
  },
};

/** An answer carries its value under the name of its type. */
function valuesOf(answer: z.infer<typeof TypeformAnswer>): string[] {
  const { type, choice, choices } = answer;
  if (choice) return textsOf([choice.label, choice.other]);
  if (choices) return textsOf([choices.labels, choices.other]);
  return textsOf(answer[type]);
}
