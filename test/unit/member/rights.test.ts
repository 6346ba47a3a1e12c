import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CohortId } from '../../../events/ids.ts';
import { type Reach, type Right, rightOfPath, rights, verdictOn } from '../../../shared/member/rights.ts';

const root = new URL('../../../', import.meta.url);
const own = CohortId.parse('coh_0a1b2c3d4e5f');
const other = CohortId.parse('coh_ffffffffffff');

const people = {
  admin: { role: 'admin', cohorts: 'all' },
  coordinator: { role: 'coordinator', cohorts: [own] },
  reader: { role: 'reader', cohorts: [own] },
  'reader of all': { role: 'reader', cohorts: 'all' },
  'coordinator of nothing yet': { role: 'coordinator', cohorts: [] },
} as const satisfies Record<string, Reach>;

interface Room {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly right?: Right;
}
/** Every function whose pages stand behind the door of the desk. */
const folders = globSync('functions/*/answer.ts', { cwd: root })
  .filter((path) => /answerBy\(/.test(readFileSync(new URL(path, root), 'utf8')))
  .map((path) => path.split('/')[1] ?? '')
  .sort();
const rooms: Room[] = [];
for (const folder of folders) {
  const { routes } = existsSync(new URL(`functions/${folder}/routes.ts`, root))
    ? await import(`../../../functions/${folder}/routes.ts`)
    : await import(`../../../functions/${folder}/answer.ts`);
  if (!Array.isArray(routes)) throw new Error(`functions/${folder}/answer.ts exports its \`routes\``);
  rooms.push(...routes.filter((route) => !('door' in route)));
}
const ask = (person: Reach, { method, path, right }: Room, cohortId: string) =>
  verdictOn(person, right ?? rightOfPath(method, path), path.includes(':cohort') ? cohortId : undefined);

/** The addresses in a cohort, and all others. */
const inside = rooms.filter(({ path }) => path.startsWith('/desk/cohorts/:cohort'));
const outside = rooms.filter((room) => !inside.includes(room));

describe('the table of rights', () => {
  it('is asked for every room of the desk', () => {
    expect(folders).toEqual(expect.arrayContaining(['desk', 'launch', 'review', 'staff', 'upload']));
    expect(rooms.length).toBeGreaterThan(40);
  });

  it('lets an admin in everywhere', () => {
    for (const room of rooms) expect(ask(people.admin, room, other)).toBe('may');
  });

  it('lets a coordinator do everything in their own cohorts, and see no other', () => {
    for (const room of inside) {
      expect(ask(people.coordinator, room, own)).toBe('may');
      expect(ask(people.coordinator, room, other)).toBe('nothing there');
      expect(ask(people['coordinator of nothing yet'], room, own)).toBe('nothing there');
    }
  });

  it('lets a reader look at their cohorts and change nothing', () => {
    const kept = ['see the audit', 'export people'];
    for (const room of inside) {
      if (room.right && kept.includes(room.right)) {
        expect(ask(people.reader, room, own)).toBe('nothing there');
        continue;
      }
      const verdict = room.method === 'GET' ? 'may' : 'sees only';
      expect(ask(people.reader, room, own)).toBe(verdict);
      expect(ask(people['reader of all'], room, other)).toBe(verdict);
      expect(ask(people.reader, room, other)).toBe('nothing there');
    }
  });

  it('lets readers and coordinators into these rooms outside of a cohort, and into no others', () => {
    const openTo = (person: Reach) =>
      outside
        .filter((room) => ask(person, room, own) !== 'nothing there')
        .map(({ method, path }) => `${path} ${method}`)
        .sort();
    const common = ['/desk GET', '/desk/sign-out POST'];
    expect(openTo(people.reader)).toEqual(common);
    expect(openTo(people['reader of all'])).toEqual(common);
    expect(openTo(people.coordinator)).toEqual(
      [...common, '/desk/staff GET', '/desk/staff/hand-over GET', '/desk/staff/hand-over POST'].sort(),
    );
  });

  it('gives a page that nobody has thought about to admins alone', () => {
    expect(rightOfPath('GET', '/desk/something-new')).toBe('do anything else');
    expect(rightOfPath('GET', '/desk/cohorts')).toBe('do anything else');
  });

  it('gives an admin every right', () => {
    expect(Object.values(rights).every(({ admin }) => admin === 'everywhere')).toBe(true);
  });
});
