import type { Answer } from '../../../shared/source/answer.ts';
import type { Mapped } from '../../../shared/source/source.ts';
import type { FormField } from '../../../shared/submission/form-row.ts';

/** What the words of a question point to, the more particular before the more general. */
const clues: readonly (readonly [FormField, RegExp])[] = [
  ['scheduling_contact', /termin|assist|schedul/],
  ['letter_language', /(sprache|language).*(brief|letter|mail)|(brief|letter).*(sprache|language)/],
  ['email', /e-?mail|responder/],
  ['call_name', /rufname|call.?name|nickname/],
  ['please_not', /nicht mit|please.?not/],
  ['languages', /sprach|language/],
  ['role', /rolle|\brole|als was/],
  ['topics', /them|topic|worüber/],
  ['time_zone', /zeitzone|time.?zone/],
  ['hours', /arbeitszeit|hours/],
  ['capacity', /wie viel|anzahl|how many|capacity|partner/],
  ['meeting_mode', /treffen|meet/],
  ['name', /name|heißt/],
];
const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** What a form's questions probably mean: only a proposal that HR looks at, each field once, but first and last name. */
export function suggest(answers: readonly Answer[]): Mapped[] {
  const taken = new Set<FormField>();
  const take = (key: string, field: FormField | undefined): Mapped[] => {
    if (!field || (taken.has(field) && field !== 'name')) return [];
    taken.add(field);
    return [{ key, field }];
  };
  const found = answers.flatMap(({ key, label }) => {
    const said = `${label} ${key}`.toLowerCase();
    return take(key, clues.find(([field, words]) => words.test(said) && (field === 'name' || !taken.has(field)))?.[0]);
  });
  if (taken.has('email')) return found;
  const address = answers.find(
    ({ key, values }) => !found.some((each) => each.key === key) && looksLikeAddress.test(values[0] ?? ''),
  );
  return address ? [...found, { key: address.key, field: 'email' }] : found;
}
