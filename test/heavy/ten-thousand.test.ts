import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { Page } from '../../infra/local/rehearse/page.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { hrAtDesk } from '../support/at-desk-by-http.ts';
import { smallFile } from '../support/small-file.ts';
import { origin, useStage } from '../support/stage.ts';

/** `PEOPLE=300 npx vitest run --project heavy test/heavy/ten-thousand.test.ts` goes the same way in a minute. */
const people = Number(process.env.PEOPLE ?? 10_000);
const name = 'Everybody';
const megabyte = 2 ** 20;
const here = useStage();

it('imports, launches and shows a large cohort within the time and memory of every function', async () => {
  const { stage } = here;
  await stage.reset({ seed: 'many' });
  const desk = await hrAtDesk(stage);
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const from = Date.now();
    const done = await work();
    // At once: whoever watches sees how far it is.
    console.log(`${what}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
    return done;
  };
  const good = (page: Page): Page => {
    expect(page.status, `${page.url} ${page.text.slice(0, 300)}`).toBeLessThan(400);
    return page;
  };

  const made = await desk.press(
    (await desk.open(`${origin}/desk/cohorts/new`)).form('name').fill({
      name,
      'independent-name-0': 'Uwe Hansen',
      'independent-address-0': 'uwe.hansen@ombuds.example',
    }),
  );
  const home = good(made).url;
  const bytes = await workbookOf(people);
  const preview = await timed(`check of ${Math.round(bytes.length / 1024)} KB with ${people + 2} lines`, async () => {
    const form = (await desk.open(`${home}/upload`)).forms.find(({ multipart }) => multipart);
    return good(await desk.press(form?.attach('file', { name: 'people.xlsx', bytes }) ?? expect.fail('no form')));
  });
  const commit = preview.forms.find(({ action }) => action === preview.url) ?? expect.fail('no commit');
  const committed = await timed('import', async () => {
    good(await desk.press(commit));
    await stage.settle();
    return good(await desk.open(preview.url));
  });
  expect(committed.text).toContain(`All ${people} lines have been processed.`);

  const launch = good(await desk.open(`${home}/launch`));
  await timed('launch', async () => {
    good(await desk.press(launch.form('typed').fill({ typed: name })));
    await stage.settle();
  });
  const from = stage.now();
  const invited = () => stage.mail().filter(({ destinations }) => destinations[0]?.endsWith('@nordwerk.example'));
  await timed('letters', () => stage.advanceBy(30 * 60_000));
  const last = invited().at(-1)?.at ?? '';
  console.log(`letters on the stage's clock: ${(Date.parse(last) - from) / 1000} s`);
  expect(invited().length).toBe(people);
  expect(new Set(invited().flatMap(({ destinations }) => destinations)).size).toBe(people);

  const list = await timed('list of people', async () => good(await desk.open(`${home}/people`)));
  expect(list.text).toContain(`1–50 of ${people.toLocaleString('en')}`);
  expect(list.html.length).toBeLessThan(200_000);
  const next = await timed('second page', async () => good(await desk.follow(list, 'Next')));
  expect(next.text).toContain(`51–${Math.min(100, people)} of`);
  const found = await timed('search', async () => good(await desk.open(`${home}/people?q=junior1%40`)));
  expect(found.text).toContain('1–1 of 1 found');
  for (const path of ['', '/letters', '/submissions', '/launch', '/rules', '/exports', '/audit']) {
    const page = await timed(path || 'overview', async () => good(await desk.open(`${home}${path}`)));
    expect(page.html.length, path).toBeLessThan(400_000);
  }
  await timed('home', async () => good(await desk.open(`${origin}/desk`)));

  const node = nodeItself();
  const usage = stage.usage();
  console.log([`Node itself: ${Math.round(node / megabyte)} MB`, ...usage.map(line(node))].join('\n'));
  const over = usage.filter(
    (each) =>
      each.longestMilliseconds > each.timeoutMilliseconds || each.mostBytes + node > each.memoryMegabytes * megabyte,
  );
  expect(over.map(line(node))).toEqual([]);
  const failed = stage.trace().filter((each) => each.kind === 'run' && each.state === 'failed');
  expect(failed).toEqual([]);
  expect({ problems: stage.problems(), parked: stage.parked() }).toEqual({ problems: [], parked: 0 });
  const states = Map.groupBy(ofKind(await everything(stage), 'participant#'), ({ state }) => state);
  expect([...states].map(([state, those]) => [state, those.length])).toEqual([['invited', people]]);
});

const line =
  (node: number) =>
  (each: ReturnType<typeof here.stage.usage>[number]): string =>
    `${each.function}: ${each.runs} runs, longest ${Math.round(each.longestMilliseconds)} of ${each.timeoutMilliseconds} ms, ` +
    `largest ${Math.round((each.mostBytes + node) / megabyte)} of ${each.memoryMegabytes} MB`;

/** What a process of Node takes beside its heap: each function has one of its own on Lambda, and none here. */
function nodeItself(): number {
  const script = 'const { rss, heapTotal, external } = process.memoryUsage(); console.log(rss - heapTotal - external)';
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}

/** Half of them juniors, as Excel saves them. */
async function workbookOf(count: number): Promise<Uint8Array> {
  const { bytes } = smallFile(count / 2, count / 2);
  const rows = new TextDecoder().decode(bytes).trim().split('\n');
  const sheet = await writeWorkbook(rows.map((row) => row.split(',').map((value) => ({ value }))));
  return new Uint8Array(await sheet.toBuffer());
}
