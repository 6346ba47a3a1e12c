import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { seededRandom } from '../../infra/local/clock/random.ts';
import { handsOf } from '../../infra/local/rehearse/person.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { invariants } from '../support/invariants.ts';
import { addressOf, live, paired, useStage } from '../support/stage.ts';

const here = useStage();
const [junior, senior] = [addressOf('junior1'), addressOf('senior1')];
const [assistant, successor] = ['assistenz@nordwerk.example', 'neue.assistenz@nordwerk.example'];
const silent = { answers: 0, answersReminder: 0, logs: 0 };

/** What each mail since then asks its reader's calendar to do. */
async function asked(since: number): Promise<Record<string, string>[]> {
  const found = await Promise.all(
    here.stage
      .mail()
      .slice(since)
      .map(async ({ raw, destinations: [to = ''] }) => {
        const { attachments } = await PostalMime.parse(raw);
        const file = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
        const content = file && new TextDecoder().decode(file.content as Uint8Array).replace(/\r?\n /g, '');
        const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(content ?? '')?.[1] ?? '';
        const [method, uid, sequence, start] = ['METHOD', 'UID', 'SEQUENCE', 'DTSTART'].map(field);
        return { to, what: `${method} ${sequence} ${start}`, uid: uid ?? '' };
      }),
  );
  return found.sort((a, b) => a.to.localeCompare(b.to));
}

/** Somebody opens the page of a letter, fills in its form and saves it. */
async function fill(cohort: Rehearsal, who: string, path: string, field: string, values: Record<string, string>) {
  const me =
    cohort.town
      .letters(who)
      .at(-1)
      ?.link(/\/me\/[^/]+$/) ?? '';
  const hands = handsOf(cohort.town, seededRandom(`${who}${path}`), 'de');
  cohort.town.begin(async () => {
    const page = await hands.open(`${me}/${path}`);
    const saved = await hands.submit(page.form(field).fill(values));
    expect(saved.status).toBe(200);
  });
  await live(cohort, here.stage, 0.02);
}

it('puts a meeting into the calendars of both and of an assistant, moves it there, hands it to the next assistant and takes it away', async () => {
  const { stage } = here;
  const cohort = await paired(stage, {
    juniors: 1,
    seniors: 1,
    characters: { junior1: silent, senior1: silent },
  });
  await fill(cohort, senior, 'data', 'schedulingContact', { schedulingContact: assistant });

  const before = stage.mail().length;
  await fill(cohort, junior, 'next', 'date', { date: '2026-02-04', time: '10:00' });
  const first = await asked(before);
  expect(first.map(({ to, what }) => [to, what])).toEqual(
    [assistant, junior, senior].map((to) => [to, 'REQUEST 0 20260204T090000Z']),
  );

  await fill(cohort, senior, 'next', 'date', { date: '2026-02-05', time: '15:30' });
  await fill(cohort, senior, 'data', 'schedulingContact', { schedulingContact: successor });
  await fill(cohort, senior, 'next', 'date', { plan: 'none' });
  const all = await asked(before);
  expect(all.filter(({ to }) => to === assistant).map(({ what }) => what)).toEqual([
    'REQUEST 0 20260204T090000Z',
    'REQUEST 1 20260205T143000Z',
    'CANCEL 1 20260205T143000Z',
  ]);
  expect(all.filter(({ to }) => to === successor).map(({ what }) => what)).toEqual([
    'REQUEST 1 20260205T143000Z',
    'CANCEL 2 20260205T143000Z',
  ]);
  expect(all).toHaveLength(11);
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
  expect(cohort.town.letters(junior).at(-1)?.subject).toMatch(/entfällt/);
  expect(
    cohort.town
      .letters(assistant)
      .map(({ text }) => text)
      .join(),
  ).not.toMatch(/Mentoring|junior1/i);
  expect(stage.problems()).toEqual([]);
  expect(await invariants(stage)).toEqual([]);
});
