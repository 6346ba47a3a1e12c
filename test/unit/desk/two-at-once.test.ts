import { beforeEach, expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

let desk: Desk;
let hanna: Awaited<ReturnType<Desk['signedIn']>>;
let bert: typeof hanna;
const anna = someone(1, { state: 'invited' });
const settings = `/desk/cohorts/${cohortId}/settings`;
const person = `/desk/cohorts/${cohortId}/people/${anna.personId}`;

/** What a form of this page would send if somebody pressed its button now. */
async function opened(who: typeof hanna, page: string): Promise<Record<string, string>> {
  const { body } = await who.get(page);
  const was = /<input type="hidden" name="was" value="([^"]*)"/.exec(body)?.[1]?.replaceAll('&quot;', '"') ?? '';
  expect(was).not.toBe('');
  return { ...(JSON.parse(was) as Record<string, string>), was };
}

beforeEach(async () => {
  desk = await openDesk();
  [hanna, bert] = [await desk.signedIn(), await desk.signedInAs({ role: 'coordinator', cohorts: [cohortId] })];
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(cohort) }));
  await desk.table.change(participants, anna, command, () => ({ to: unnumbered(anna) }));
  return () => desk.close();
});

it('keeps what a colleague has saved in other fields of the settings since the page was opened', async () => {
  const [first, second] = [await opened(hanna, settings), await opened(bert, settings)];
  await hanna.post(settings, { ...first, goals: 'Learn from each other', programme: 'Tandem' });
  expect((await bert.post(settings, { ...second, sessions: '4' })).status).toBe(303);
  const now = await desk.table.get(cohorts, { cohortId });
  expect(now && valuesOf(now)).toMatchObject({ goals: 'Learn from each other', programme: 'Tandem', sessions: '4' });
});

it('shows both where two have changed the same setting, and takes what is saved once more', async () => {
  const [first, second] = [await opened(hanna, settings), await opened(bert, settings)];
  await hanna.post(settings, { ...first, programme: 'Tandem' });
  // The same press twice is nothing that two want.
  expect((await hanna.post(settings, { ...first, programme: 'Tandem' })).status).toBe(303);
  const asked = await bert.post(settings, { ...second, programme: 'Two <by> two' });
  expect(asked.status).toBe(422);
  expect(asked.body).toContain('Somebody else has changed this meanwhile, to: Tandem.');
  expect(asked.body).toContain('value="Two &lt;by> two"');
  expect((await desk.table.get(cohorts, { cohortId }))?.branding.programme).toBe('Tandem');
  const knowing = await opened(bert, settings);
  await bert.post(settings, { ...knowing, programme: 'Two by two' });
  expect((await desk.table.get(cohorts, { cohortId }))?.branding.programme).toBe('Two by two');
});

it('does the same for the facts of a person', async () => {
  const [first, second] = [await opened(hanna, person), await opened(bert, person)];
  await hanna.post(`${person}/facts`, { ...first, email: 'new@example.org' });
  await bert.post(`${person}/facts`, { ...second, name: 'Anna Neu' });
  const now = () => desk.table.get(participants, anna);
  expect(await now()).toMatchObject({ address: 'new@example.org', name: 'Anna Neu' });
  const asked = await bert.post(`${person}/facts`, { ...second, name: 'Anna Neu', email: 'other@example.org' });
  expect(asked.status).toBe(422);
  expect(asked.body).toContain('meanwhile, to: new@example.org.');
  expect(await now()).toMatchObject({ address: 'new@example.org' });
});

it('does the same for the words of HR in letters', async () => {
  const letters = `${settings}/letters`;
  const [first, second] = [await opened(hanna, `${letters}?lang=en`), await opened(bert, `${letters}?lang=en`)];
  await hanna.post(letters, { ...first, lang: 'en', opening: 'Welcome!\r\nSo good.' });
  await bert.post(letters, { ...second, lang: 'en', closing: 'See you.' });
  const now = async () => (await desk.table.get(cohorts, { cohortId }))?.letterTexts?.en;
  expect(await now()).toEqual({ opening: 'Welcome!\nSo good.', closing: 'See you.' });
  const asked = await bert.post(letters, { ...second, lang: 'en', opening: 'Hello.' });
  expect(asked.status).toBe(422);
  expect(asked.body).toContain('Somebody else has changed this meanwhile');
  expect((await now())?.opening).toContain('Welcome!');
});

it.each(['', 'x', '[]', 'null', '{"name":1,"__proto__":"x"}'])(
  'takes a form that says “%s” of how it was',
  async (was) => {
    const form = { ...valuesOf(cohort), programme: 'Tandem', constructor: 'x', was };
    expect((await hanna.post(settings, form)).status).toBe(was.startsWith('{') ? 422 : 303);
  },
);
