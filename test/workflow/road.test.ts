import { expect, it } from 'vitest';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { kindOf, letterKindNames } from '../../shared/letter/kinds.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, played, useStage } from '../support/stage.ts';

const here = useStage();

/** Every letter, as it left: a text part, what keeps robots quiet, and a way to stop just what may be stopped. */
async function carryTheirHeaders(stage: Stage, items: readonly Item[]): Promise<void> {
  const kinds = new Map(ofKind(items, 'letter#').map(({ letterId, kind }) => [letterId, kind]));
  for (const message of stage.mail()) {
    const { header, text, html } = await readMail(message);
    const kind = letterKindNames.find((name) => name === kinds.get(message.tags.letterId));
    if (!kind) throw new Error('a message of no kind');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('list-id')).toMatch(/<[\w.-]+>$/);
    expect(text.length).toBeGreaterThan(100);
    expect(html.length).toBeGreaterThan(text.length);
    const { mayBeStopped } = kindOf(kind);
    expect(header('list-unsubscribe') !== undefined, kind).toBe(mayBeStopped);
    expect(header('list-unsubscribe-post'), kind).toBe(mayBeStopped ? 'List-Unsubscribe=One-Click' : undefined);
  }
}

it('writes to nobody before HR launches', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  cohort.town.begin(async () => {
    await cohort.hr.signIn();
    const { path } = await cohort.hr.makeCohort(cohort.plan);
    expect(path).toMatch(/^\/desk\/cohorts\//);
  });
  await live(cohort, stage, 2);
  expect(cohort.town.letters().map(({ to }) => to)).toEqual([cohort.hr.address]);
});

it('goes from the HR file to the goodbyes, as the inbox tells it', { timeout: 60_000 }, async () => {
  const { stage } = here;
  const cohort = await played(stage);
  const { town } = cohort;
  const subjects = town.letters(addressOf('junior1')).map(({ subject }) => subject);
  expect(subjects[0]).toMatch(/Nehmen Sie teil\?/);
  expect(subjects[1]).toMatch(/ein Vorschlag für Sie/);
  expect(subjects[2]).toMatch(/zwei Vorschläge für das erste Treffen/);
  expect(subjects.filter((subject) => /Wie läuft es\?/.test(subject)).length).toBeGreaterThanOrEqual(2);
  expect(subjects.at(-1)).toMatch(/ist zu Ende: danke/);
  expect(cohort.people.flatMap(({ memory }) => memory.surprises)).toEqual([]);

  const items = await everything(stage);
  await carryTheirHeaders(stage, items);
  expect(ofKind(items, 'cohort').map(({ state }) => state)).toEqual(['closed']);
  expect(ofKind(items, 'pair#').map(({ state }) => state)).toEqual(['concluded', 'concluded']);
  expect(ofKind(items, 'participant#').map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
  expect(ofKind(items, 'check-in#').filter(({ state }) => state === 'answered').length).toBeGreaterThanOrEqual(4);
  expect(await invariants(stage)).toEqual([]);
});
