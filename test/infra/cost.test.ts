import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { billOf, totalOf } from '../../infra/cost/bill.ts';
import { readCounted, readPrices } from '../../infra/cost/counted.ts';
import { planOf } from '../../infra/cost/plan.ts';
import { verdict } from '../../infra/cost/words.ts';
import { templatesOf } from './stacks.ts';

it('keeps what prod costs within its targets: two dollars a month at rest, a cent for each person and half-year', () => {
  const plan = planOf(templatesOf('prod').all);
  const programme = { people: 500, months: 6 };
  const { ok, atRest, person } = verdict(billOf(plan, readCounted(), readPrices(), programme), 500, 6);
  expect(ok, `${atRest} USD a month, ${person} USD a person`).toEqual({ atRest: true, person: true });
});

it('costs what the README says', () => {
  const bill = billOf(planOf(templatesOf('prod').all), readCounted(), readPrices(), { people: 500, months: 6 });
  const [rest, programme, letters] = [bill.atRest, bill.programme, bill.mail].map(totalOf);
  const all = 6 * (rest ?? 0) + (programme ?? 0) + (letters ?? 0);
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toContain(
    `500 people for half a year cost about ${all.toFixed()} dollars: ${rest?.toFixed(2)} a month at rest, ${programme?.toFixed(1)} for the programme, ${letters?.toFixed(1)} for its letters.`,
  );
});

it('has a price with a date and a source for everything', () => {
  const { at, prices } = readPrices();
  expect(at).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const { source } of Object.values(prices)) expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
});

it('says of each price with what it was compared, or on what it stands', () => {
  const silent = Object.entries(readPrices().prices).filter(([, { compared, basis }]) => !compared && !basis);
  expect(silent).toEqual([]);
});
