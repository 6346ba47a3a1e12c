import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../events/ids.ts';
import { type Asked, directory, type Facts, folded, perPage } from '../../../functions/people/list/directory.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohort, cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

async function* these(list: readonly Participant[]) {
  yield* list;
}
const facts: Facts = { partsOf: ({ state }) => [state], missingOf: ({ hr }) => (hr ? [] : ['waits for HR']) };
const look = (list: readonly Participant[], asked: Partial<Asked> = {}) =>
  directory(these(list), { text: '', ...asked }, facts, 'de');
const names = (list: readonly Participant[]) => list.map(({ name }) => name);

describe('the directory of a cohort', () => {
  const many = Array.from({ length: 120 }, (_, at) => someone(at, { name: `Person ${String(at).padStart(3, '0')}` }));
  const shuffled = many.toSorted((a, b) => a.personId.localeCompare(b.personId));

  it('turns its pages in both directions, with every name once', async () => {
    const first = await look(shuffled);
    const second = await look(shuffled, { from: many.find(({ personId }) => personId === first.next) });
    const third = await look(shuffled, { from: many.find(({ personId }) => personId === second.next) });
    expect([...names(first.rows), ...names(second.rows), ...names(third.rows)]).toEqual(names(many));
    expect([first.before, second.before, third.before]).toEqual([0, perPage, 2 * perPage]);
    expect([first.previous, second.previous, third.previous]).toEqual([
      undefined,
      many[0]?.personId,
      many[perPage]?.personId,
    ]);
    expect(third.next).toBeUndefined();
  });

  it('counts the whole cohort, whatever is looked for', async () => {
    const found = await look([someone(1), someone(2, { role: 'senior' }), someone(3, { state: 'left' })], {
      role: 'senior',
    });
    expect([found.total, found.matching]).toEqual([3, 1]);
    expect(Object.fromEntries(found.counts.role)).toEqual({ junior: 2, senior: 1 });
    expect(Object.fromEntries(found.counts.part)).toEqual({ confirmed: 2, left: 1 });
  });

  it.each([
    ['muller', ['Jörg Müller']],
    ['MÜLLER jörg', ['Jörg Müller']],
    ['Jo', ['Jörg Müller']],
    ['e-0002', ['Zoë Weiß']],
    ['e-000', []],
    ['weiss', ['Zoë Weiß']],
    ['p1@example', ['Jörg Müller']],
  ])('finds “%s”', async (text, expected) => {
    const people = [someone(1, { name: 'Jörg Müller' }), someone(2, { name: 'Zoë Weiß' })];
    expect(names((await look(people, { text })).rows)).toEqual(expected);
  });

  it('looks through ten thousand in well under a second', async () => {
    const crowd = Array.from({ length: 10_000 }, (_, at) => someone(at, { name: `Name ${folded(String(at * 7919))}` }));
    const begun = performance.now();
    const found = await look(crowd, { text: '79' });
    expect(found.total).toBe(10_000);
    expect(found.rows).toHaveLength(perPage);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('the people page', () => {
  let desk: Desk;
  const home = `/desk/cohorts/${cohortId}/people`;

  beforeEach(async () => {
    desk = await openDesk();
    await desk.table.change(cohorts, { cohortId }, command, () => ({ to: unnumbered(cohort) }));
    return () => desk.close();
  });
  const enrol = (person: Participant) =>
    desk.table.change(participants, person, command, () => ({ to: unnumbered(person) }));

  it('says how people come in where nobody is there yet', async () => {
    expect((await (await desk.signedIn()).get(home)).body).toContain('Upload an HR file');
  });

  it('searches, filters and keeps what was asked', async () => {
    for (const at of [1, 2, 3]) await enrol(someone(at, at === 3 ? { state: 'left' } : {}));
    const browser = await desk.signedIn();
    const reply = await browser.get(`${home}?q=person&state=confirmed`);
    expect(reply.body).toContain('1–2 of 2 found (3 in all)');
    expect(reply.body).toContain('value="person"');
    expect(reply.body).toMatch(/<option[^>]*selected[^>]*value="confirmed"|<option value="confirmed"[^>]*selected/);
    expect((await browser.get(`${home}?q=nobody`)).body).toContain('Nobody fits this search.');
    expect((await browser.get(`${home}?from=per_0&state=toString&missing=x`)).status).toBe(200);
  });

  it('neither shows nor counts whom an undo has taken back', async () => {
    await enrol(someone(1, { name: 'Anna' }));
    await enrol(someone(2, { name: 'Bert Irrtum', state: 'taken-back', hr: undefined }));
    const browser = await desk.signedIn();
    const { body } = await browser.get(home);
    expect(body).toContain('1–1 of 1');
    expect(body).not.toContain('Irrtum');
    expect((await browser.get(`${home}/${someone(2).personId}`)).status).toBe(404);
    expect(body).not.toContain('taken back');
  });

  it('leaves one row a member, page and day that somebody looked', async () => {
    const browser = await desk.signedIn();
    for (const query of ['', '?q=a', '?role=junior']) await browser.get(`${home}${query}`);
    desk.later(24 * 60);
    await (await desk.signedIn()).get(home);
    const rows = await desk.table.log.newest(cohortId, { limit: 20 });
    expect(rows.filter(({ view }) => view === 'people').map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-03-03',
      '2026-03-02',
    ]);
  });

  it('shows nothing of a cohort to a reader of another, and leaves no row of it', async () => {
    const reader = await desk.signedInAs({ role: 'reader', cohorts: [] });
    expect((await reader.get(home)).status).toBe(404);
    expect(await desk.table.log.newest(cohortId, { limit: 20 })).toEqual([
      expect.objectContaining({ command: 'test' }),
    ]);
    expect(PersonId.safeParse(someone(1).personId).success).toBe(true);
  });
});
