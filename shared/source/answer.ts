import * as z from 'zod/mini';

const mostAnswers = 200;
const mostValues = 60;
/** Longer than any field of ours may be, so that what is too long is seen to be and kept all the same. */
const mostCharacters = 2_000;

/** One question of a form with what somebody answered, in whatever words the form has. */
export const Answer = z.object({ key: z.string(), label: z.string(), values: z.array(z.string()) });
export type Answer = z.infer<typeof Answer>;

/** What came in one call: the id that the provider gives it, and the answers. */
export interface Delivery {
  readonly deliveryId: string;
  readonly answers: readonly Answer[];
}

const cut = (text: string, most = mostCharacters) => text.slice(0, most).toWellFormed();

/** Of all answers together: an item of the table holds 400 KB, and a character takes up to three bytes. */
const mostInAll = 100_000;

/** Answers of a size that can be kept and shown. A key that comes twice is two answers. */
export function bounded(answers: readonly Answer[]): Answer[] {
  let left = mostInAll;
  // A choice that a form names once may be told many times over: what is kept is bounded, not what came.
  const fitting = (text: string) => {
    const kept = cut(text, Math.min(mostCharacters, left));
    left -= kept.length;
    return kept;
  };
  return answers.slice(0, mostAnswers).map(({ key, label, values }) => ({
    key: cut(key, 200),
    label: cut(label, 300),
    values: values
      .slice(0, mostValues)
      .map((value) => fitting(value))
      .filter((value) => value !== ''),
  }));
}

/** Deeper than any form nests its answers. */
const deepest = 20;

/** Any JSON value as the texts that somebody chose or typed; parts of one answer, such as first and last name, are one text. */
export function textsOf(value: unknown, depth = 0): string[] {
  if (value === null || value === undefined || depth > deepest) return [];
  const inside = (each: unknown) => textsOf(each, depth + 1);
  if (Array.isArray(value)) return value.flatMap(inside);
  if (typeof value === 'object') return textsOf(Object.values(value).flatMap(inside).join(' '));
  const text = String(value).trim();
  return text === '' ? [] : [text];
}
