import { expect, it } from 'vitest';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { live, paired, useStage } from '../support/stage.ts';
import { theDesk } from '../support/the-desk.ts';

const here = useStage();

it.each([
  ['coordinator', 'petra.lenz@nordwerk.example', 'uwe.hansen@ombuds.example'],
  ['independent contact', 'uwe.hansen@ombuds.example', 'petra.lenz@nordwerk.example'],
] as const)('tells a request for a call to the chosen %s and to nobody else', async (contact, chosen, other) => {
  const { stage } = here;
  const cohort = await paired(stage, {
    juniors: 1,
    seniors: 1,
    characters: { junior1: { asksForHelp: { at: 1, contact } } },
  });
  await cohort.askNow();
  await live(cohort, stage, 3);
  const { town } = cohort;
  expect(town.letters(chosen)).toHaveLength(1);
  expect(town.letters(other)).toEqual([]);
  // The letter names nobody: mailboxes are shared with assistants.
  const [letter] = town.letters(chosen);
  expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/Lea|Jung|junior1/);

  const pages = await theDesk(cohort);
  expect(pages.size).toBeGreaterThan(8);
  const seen = [...pages.values()].map(({ html }) => html).join('\n');
  expect(seen).not.toMatch(/request for a call|help_|help-letters/i);

  const items = await everything(stage);
  const counted = ofKind(items, 'letter#').filter(({ scope }) => String(scope).startsWith('coh')).length;
  const letters = pages.get(`${cohort.cohort().path}/letters`);
  expect(letters?.html).toContain(String(counted));
  expect(stage.logs().filter(({ function: name, line }) => name === 'desk' && /help_/.test(line))).toEqual([]);
  expect(await invariants(stage)).toEqual([]);
});

it('shows a confidential answer to nobody', async () => {
  const { stage } = here;
  const cohort = await paired(stage, { juniors: 1, seniors: 1 });
  await cohort.askNow();
  await live(cohort, stage, 3);
  const answered = ofKind(await everything(stage), 'check-in#').filter(({ state }) => state === 'answered');
  expect(answered.length).toBeGreaterThan(0);
  for (const { answers, sealed } of answered) {
    expect(Object.keys(answers ?? {}).filter((id) => id !== 'P1' && id !== 'P2')).toEqual([]);
    expect(sealed).toMatch(/^[\w+/=.-]+$/);
  }

  const pages = await theDesk(cohort);
  expect(pages.get(`${cohort.cohort().path}/pairs`)?.text).toMatch(/\bmet\b|date is set/);
  const told = {
    desk: [...pages.values()].map(({ html }) => html).join('\n'),
    letters: cohort.town
      .letters()
      .map(({ html, text }) => `${html}\n${text}`)
      .join('\n'),
    logs: stage
      .logs()
      .map(({ line }) => line)
      .join('\n'),
    trace: JSON.stringify(stage.trace()),
  };
  const secrets = [
    ...answered.map(({ sealed }) => String(sealed)),
    // Whether somebody was asked how much the hour gave them is theirs, too.
    'really think',
    'not knowing something',
    'wirklich denke',
    'nicht zu wissen',
    '"sealed"',
  ];
  for (const [where, text] of Object.entries(told)) {
    expect(
      secrets.filter((secret) => text.includes(secret)),
      where,
    ).toEqual([]);
    expect(text, where).not.toMatch(/\bP[3-7](-junior|-senior)?\b/);
  }
});
