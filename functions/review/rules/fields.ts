import * as z from 'zod/mini';
import { Rules, type Weights, Weights as WeightsSchema } from '../../../shared/cohort/cohort.ts';
import type { RuleValues } from '../../../shared/cohort/edit-rules.ts';
import { type Errors, faultOf, firstOf } from '../../../shared/desk/faults.ts';

/** The fields of the form as they are typed; the same names as in the HTML and in links that suggest a value. */
export type Values = Readonly<Record<string, string>>;

const RuleForm = z.object({
  minLevelGap: Rules.shape.minLevelGap,
  minOverlapHours: Rules.shape.minOverlapHours,
  weights: Rules.shape.weights,
});

export const weightNames = Object.keys(WeightsSchema.shape) as (keyof Weights)[];
export const hardNames = ['minLevelGap', 'minOverlapHours'] as const;
export const fieldOf = (weight: keyof Weights): string => `weight-${weight}`;

export const valuesOf = (rules: RuleValues): Values => ({
  minLevelGap: String(rules.minLevelGap),
  minOverlapHours: String(rules.minOverlapHours),
  ...Object.fromEntries(weightNames.map((name) => [fieldOf(name), String(rules.weights[name])])),
});

/** What was typed, over what is saved: a link may suggest one value only. */
export const typedOver = (saved: Values, typed: URLSearchParams): Values =>
  Object.fromEntries(
    Object.entries(saved).map(([name, value]) => [name, typed.get(name)?.trim().slice(0, 20) ?? value]),
  );

export type Parsed =
  | { readonly ok: true; readonly rules: RuleValues }
  | { readonly ok: false; readonly errors: Errors };

export function parse(values: Values): Parsed {
  const number = (name: string) => {
    const text = (values[name] ?? '').trim();
    return text === '' ? Number.NaN : Number(text.replace(',', '.'));
  };
  const result = RuleForm.safeParse({
    minLevelGap: number('minLevelGap'),
    minOverlapHours: number('minOverlapHours'),
    weights: Object.fromEntries(weightNames.map((name) => [name, number(fieldOf(name))])),
  });
  if (result.success) return { ok: true, rules: result.data };
  return {
    ok: false,
    errors: firstOf(
      result.error.issues.map((issue) => {
        const [first, second] = issue.path.map(String);
        return [first === 'weights' ? `weight-${second}` : (first ?? 'minLevelGap'), faultOf(issue)] as const;
      }),
    ),
  };
}

/** The fields in which these differ. */
export const changedIn = (one: Values, other: Values): string[] =>
  Object.keys(one).filter((name) => Number(one[name]?.replace(',', '.')) !== Number(other[name]?.replace(',', '.')));
