import type { Cohort } from '../cohort/cohort.ts';
import { type FormFaults, type FormField, listFields, type ReadForm, readFormRow } from '../submission/form-row.ts';
import { type Reason, reason } from '../submission/reasons.ts';
import type { Answer } from './answer.ts';
import type { Mapped } from './source.ts';

/** What somebody answered, by our fields, as it would stand in a cell. */
export interface Cells {
  readonly of: (field: FormField) => string;
  readonly faults: FormFaults;
}

/** Answers put under our fields. What no field names is left out; one field of two different answers is a fault. */
export function cellsOf(answers: readonly Answer[], mapping: readonly Mapped[], topics: readonly string[]): Cells {
  const byKey = new Map(mapping.map((mapped) => [mapped.key, mapped]));
  const found = new Map<FormField, { key: string; texts: string[] }[]>();
  for (const { key, values } of answers) {
    const mapped = byKey.get(key);
    if (!mapped) continue;
    const texts = values.flatMap((value) => meaningOf(value, mapped, topics));
    if (texts.length > 0) found.set(mapped.field, [...(found.get(mapped.field) ?? []), { key, texts }]);
  }
  const cells = new Map<FormField, string>();
  const faults: Partial<Record<FormField, Reason>> = {};
  for (const [field, parts] of found) {
    const texts = [...new Set(parts.map((part) => part.texts.join(listFields.has(field) ? '|' : ' ')))];
    // First and last name are often two questions; the same question twice is none of them.
    const keys = new Set(parts.map(({ key }) => key));
    if (listFields.has(field)) cells.set(field, texts.join('|'));
    else if (texts.length > 1 && !(field === 'name' && keys.size === parts.length)) {
      faults[field] = reason('double-value', { column: field });
    } else cells.set(field, texts.join(' '));
  }
  return { of: (field) => cells.get(field) ?? '', faults };
}

function meaningOf(value: string, { field, choices }: Mapped, topics: readonly string[]): string[] {
  if (choices && Object.hasOwn(choices, value)) return [choices[value] ?? ''].filter((each) => each !== '');
  const text = value.trim();
  const whole = topics.some((topic) => topic.toLowerCase() === text.toLowerCase());
  if (!listFields.has(field) || (field === 'topics' && whole)) return text === '' ? [] : [text];
  // Typed into one line, as people write lists.
  return text.split(field === 'please_not' ? /[\s,;|]+/ : /\s*[,;|\n]\s*/).filter((each) => each !== '');
}

/** What came, in our words; or, field by field, why it cannot be taken. */
export function readAnswers(
  answers: readonly Answer[],
  mapping: readonly Mapped[],
  cohort: Pick<Cohort, 'topics' | 'domains'>,
): ReadForm {
  const cells = cellsOf(answers, mapping, cohort.topics);
  const read = readFormRow(cells.of, cohort);
  const faults = { ...read.faults, ...cells.faults };
  return Object.keys(faults).length > 0 ? { faults } : read;
}

/** The first fault in the order of our fields: the one that a list can show. */
export const firstFault = (faults: FormFaults): Reason | undefined => Object.values(faults)[0];
