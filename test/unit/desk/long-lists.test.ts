import { beforeEach, expect, it } from 'vitest';
import { LetterId, PairId, SubmissionId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { pair } from '../../support/programme.ts';
import { at, cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

const home = `/desk/cohorts/${cohortId}`;
let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});

const people = Array.from({ length: 130 }, (_, at) => someone(at, { name: `Person ${String(at).padStart(3, '0')}` }));
const everybody = () =>
  Promise.all(people.map((one) => desk.table.change(participants, one, command, () => ({ to: unnumbered(one) }))));
const numbers = Array.from({ length: 130 }, (_, number) => number);
const nth = (number: number) => people[number % people.length] ?? someone(0);

/** A letter to the person of this number, planned at that minute. */
async function letter(number: number, kind: 'confirm' | 'consent-junior' = 'confirm') {
  const letterId = LetterId.parse(`let_${String(number * 7919).padStart(32, '0')}`);
  const plannedAt = new Date(Date.parse(at) + number * 60_000).toISOString();
  const to = {
    scope: cohortId,
    letterId,
    kind,
    to: { personId: nth(number).personId },
    subject: {},
    sequence: number,
    state: 'planned' as const,
    plannedAt,
    round: 0,
    attempts: 0,
  };
  await desk.table.change(letters, { scope: cohortId, letterId }, command, () => ({ to }));
  return letterId;
}
async function page(path: string) {
  const { body } = await browser.get(path);
  const link = (name: string) => new RegExp(`href="([^"]+)">${name}<`).exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const column = /data-title="(?:To|Junior|Name)">(?:<a [^>]*>)?(Person \d+)/g;
  return { body, names: [...body.matchAll(column)].map(([, name]) => name), next: link('Next'), back: link('Back') };
}
const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

it('shows every letter once, also while new ones come in on top', async () => {
  await everybody();
  await Promise.all(numbers.map((number) => letter(number)));
  const first = await page(`${home}/letters`);
  expect(first.body).toContain('all (130)');
  expect(first.body).toContain('1–100 of 130');
  await letter(131);
  const second = await page(first.next);
  expect([...first.names, ...second.names]).toEqual(namesOf(people.toReversed()));
  expect(second.body).toContain('102–131 of 131');
  expect((await page(second.back)).names[0]).toBe('Person 129');
});

it('begins no page with a letter that HR does not see', async () => {
  await everybody();
  for (const number of [0, 1, 3]) await letter(number);
  const hidden = await letter(2, 'consent-junior');
  expect((await page(`${home}/letters?from=${hidden}`)).names).toEqual(['Person 003', 'Person 001', 'Person 000']);
});

it('shows every pair once, by name, fifty at a time', async () => {
  await everybody();
  const made = numbers.slice(0, 65).map((number) => ({
    ...pair({ cohortId, junior: nth(number).personId, senior: nth(number + 65).personId }),
    pairId: PairId.parse(`pair_${String(number * 7919).padStart(32, '0')}`),
  }));
  await Promise.all(made.map((one) => desk.table.change(pairs, one, command, () => ({ to: one }))));
  const first = await page(`${home}/pairs`);
  const second = await page(first.next);
  expect([...first.names, ...second.names]).toEqual(namesOf(people.slice(0, 65)));
  expect((await page(second.back)).names).toEqual(first.names);
});

it('shows every submission once, what needs somebody first', async () => {
  await Promise.all(
    numbers.map((number) => {
      const submissionId = SubmissionId.parse(`sub_${String(number * 7919).padStart(24, '0')}`);
      const told = { name: `Person ${String(number).padStart(3, '0')}`, address: `p${number}@example.org` };
      const to = {
        cohortId,
        submissionId,
        source: 'file' as const,
        line: number + 2,
        state: number === 77 ? ('rejected' as const) : ('accepted' as const),
        receivedAt: at,
        told,
      };
      return desk.table.change(submissions, { cohortId, submissionId }, command, () => ({ to }));
    }),
  );
  const first = await page(`${home}/submissions`);
  const second = await page(first.next);
  const names = [...first.names, ...second.names];
  expect(names[0]).toBe('Person 077');
  expect(names.slice(1)).toEqual(namesOf(people).filter((name) => name !== 'Person 077'));
  expect(new Set(names).size).toBe(130);
});
