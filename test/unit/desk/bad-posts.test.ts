import { expect, it } from 'vitest';
import { everyPage, hostileDesk } from './hostile-desk.ts';
import { cohortId } from './sample.ts';

const home = `/desk/cohorts/${cohortId}`;
/** `npm test` takes every third form; `npm run test:heavy` all of them. */
const every = process.env.CRASHES === 'all' ? 1 : 3;
const huge = 'x'.repeat(20_000);

/** Where a page of HR's posts to, and the fields that it sends. */
function formsOf(pages: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, Set<string>>();
  for (const [path, body] of pages) {
    for (const [, attributes = '', inside = ''] of body.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)) {
      if (!attributes.includes('method="post"')) continue;
      const action = /action="([^"]+)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? path;
      const names = forms.get(action) ?? new Set();
      for (const [, name = ''] of inside.matchAll(/ name="([^"]+)"/g)) names.add(name);
      forms.set(action, names);
    }
  }
  return new Map([...forms].map(([action, names]) => [action, [...names]]));
}

it('answers missing, double, foreign and huge fields of every form of the desk, and keeps none that is huge', {
  timeout: 60_000,
}, async () => {
  const { desk, browser } = await hostileDesk();
  const forms = formsOf(await everyPage(browser, ['/desk', home]));
  expect(forms.size).toBeGreaterThan(15);
  const statuses = new Map<string, readonly number[]>();
  for (const [place, [action, names]] of [...forms].entries()) {
    if (place % every > 0 || action.endsWith('/sign-out')) continue;
    const post = async (fields: readonly (readonly [string, string])[]) => {
      const form = new URLSearchParams(fields.map(([name, value]) => [name, value]));
      return (await browser.post(action, {}, { form })).status;
    };
    statuses.set(action, [
      await post([]),
      await post([
        ['__proto__', 'x'],
        ['constructor', 'x'],
        ['command', 'delete'],
        ['by', 'somebody'],
      ]),
      await post(
        names.flatMap(
          (name) =>
            [
              [name, 'one'],
              [name, 'other'],
            ] as const,
        ),
      ),
      await post(names.map((name) => [name, huge] as const)),
      await post(names.map((name) => [name, '\u0000\r\n\u2028'] as const)),
    ]);
  }
  const stored = [...(await desk.everything())].filter(([, item]) => JSON.stringify(item).includes('x'.repeat(5_000)));
  await desk.close();
  expect(stored.map(([key]) => key)).toEqual([]);
  for (const [action, all] of statuses) for (const status of all) expect(status, action).toBeLessThan(500);
});
