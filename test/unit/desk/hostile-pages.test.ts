import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { SubmissionId, TaskId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { enrol } from '../../../functions/enrol/enrol.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { tasks } from '../../../shared/task/task.ts';
import { mintWith } from '../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../support/browser-without-browser.ts';
import { openDesk } from '../../support/desk.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { after, noon, pair, cohortId as theirCohort, cohort as usual } from '../../support/programme.ts';
import { asked, between, visit } from '../functions/consent/asked.ts';
import { hidden } from '../sources/connected.ts';
import { at, cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

const markup = `<img src=x onerror=alert(1)>"'&<script>`;
const isMarkup = /<img src=x|<script/;
const home = `/desk/cohorts/${cohortId}`;

/** A desk on which everything that somebody can write is markup. */
async function hostileDesk() {
  const desk = await openDesk();
  const browser = await desk.signedIn();
  const words = { name: markup, programme: markup, topics: markup, goals: markup, signature: markup, sponsor: markup };
  await browser.post('/desk/cohorts/new', {
    ...valuesOf(settings),
    ...words,
    'coordinator-name-0': markup,
    'independent-name-0': markup,
    cohort: cohortId,
  });
  const { hr, self } = someone(0);
  const people = [1, 2].map((number) =>
    someone(number, {
      role: number === 1 ? 'junior' : 'senior',
      name: markup,
      hr: hr && { ...hr, unit: markup, site: markup, employeeId: markup },
      self: { ...self, callName: markup, topics: [markup] },
    }),
  );
  for (const one of people) await desk.table.change(participants, one, command, () => ({ to: unnumbered(one) }));
  const [one, other] = people.map(({ personId }) => personId);
  if (!one || !other) throw new Error('nobody');
  const two = { ...pair({ cohortId, junior: one, senior: other }) };
  await desk.table.change(pairs, two, command, () => ({ to: two }));
  const { letter } = draftOf({ scope: cohortId, kind: 'introduction', to: { personId: one }, subject: {} }, at);
  const sent = { ...letter, state: 'bounced' as const, why: markup, dueAt: undefined };
  await desk.table.change(letters, letter, command, () => ({ to: sent }));
  const task = { cohortId, taskId: TaskId.parse('task_01jqa2b3c4d5'), kind: 'mail-bounced' as const };
  await desk.table.change(tasks, task, { ...command, why: markup }, () => ({
    to: { ...task, about: { personId: one }, why: 'bounced', note: markup, state: 'open' as const, createdAt: at },
  }));
  const submission = { cohortId, submissionId: SubmissionId.parse('sub_0a1b2c3d4e5f6a7b8c9d0e1f') };
  await desk.table.change(submissions, submission, command, () => ({
    to: {
      ...submission,
      source: 'hook' as const,
      state: 'rejected' as const,
      receivedAt: at,
      told: { name: markup, address: 'eve@example.org' },
      answers: [{ key: markup, label: markup, values: [markup] }],
      reason: 'unknown-topic',
      reasonParams: { value: markup, header: markup },
    },
  }));
  await browser.post('/desk/staff/invite', {
    name: markup,
    address: 'eve@example.org',
    role: 'reader',
    language: 'en',
    cohort: cohortId,
  });
  const source = hidden((await browser.get(`${home}/sources`)).body, 'source');
  await browser.post(`${home}/sources`, { source, provider: 'standard', name: markup });
  return { desk, browser };
}

const list = [
  ['Personalnummer', 'Name', 'E-Mail', 'Rolle', 'Ebene', 'Führungskraft', 'Themen', markup],
  [markup, markup, markup, markup, markup, markup, markup, markup],
  ['7', markup, 'eve@example.org', 'junior', '2', '-', markup, markup],
];

it('shows what people write as text on every page of the desk', { timeout: 60_000 }, async () => {
  const { desk, browser } = await hostileDesk();
  const sheets = ['<img src=x>', 'Zwei'].map((sheet) => ({
    sheet,
    data: list.map((row) => row.map((value) => ({ value }))),
  }));
  const file = await (await writeWorkbook(sheets)).toBuffer();
  const preview = await browser.upload(`${home}/upload`, file, `${markup}.xlsx`);
  const named = list.map((row, at) => row.map((cell) => (at === 0 ? `${cell} ${markup}` : cell)));
  const columns = await browser.upload(
    `${home}/upload`,
    named.map((row) => row.map(quoted).join(';')).join('\n'),
    markup,
  );
  const refused = await browser.upload(`${home}/upload`, `${quoted(markup)};x\n1;2`, markup);

  const seen = new Map<string, string>([['what is refused', refused.body]]);
  const waiting = ['/desk', home, preview.headers?.location ?? '', columns.headers?.location ?? ''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { body, status, headers } = await browser.get(path);
    seen.set(path, body);
    if (status !== 200 || !String(headers?.['content-type'] ?? 'text/html').includes('html')) continue;
    for (const [, href = ''] of body.matchAll(/href="([^"]+)"/g)) {
      const next = href.replaceAll('&amp;', '&').replace(/#.*/, '');
      if (next.startsWith('/desk') && !/shown|template|lang=/.test(next) && !seen.has(next)) waiting.push(next);
    }
    if (seen.size > 150) throw new Error(`no end of pages: ${path}`);
  }
  await desk.close();
  expect(seen.size).toBeGreaterThan(25);
  for (const [path, body] of seen) expect(body, path).not.toMatch(isMarkup);
  const shown = [...seen].filter(([, body]) => body.includes('&lt;img src')).map(([path]) => path);
  for (const room of ['', '/people', '/pairs', '/letters', '/submissions', '/settings', '/sources', '/launch'])
    expect(shown).toContain(`${home}${room}`);
  expect(shown.some((path) => path.endsWith('/columns'))).toBe(true);
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

it('shows it as text on the form of a cohort, also what was typed wrongly', async () => {
  const memory = memoryTable();
  const branding = { ...usual.branding, programme: markup, signature: markup };
  const contact = { name: markup, address: 'eve@example.com' };
  memory.has(
    cohorts,
    { cohortId: theirCohort },
    {
      ...usual,
      name: markup,
      state: 'enrolling',
      domains: ['example.com'],
      topics: [markup],
      branding,
      coordinators: [contact],
      independentContacts: [contact],
    },
  );
  const opened = '2026-02-10T09:00:00.000Z';
  const path = `/enrol/${await mintWith(memory.keys, 'cohort-form', { cohort: theirCohort }, '2026-03-20T00:00:00.000Z')}`;
  const { table, keys, posts } = memory;
  const needs = { table, keys, posts, stage: 'prod', randomBytes: (length: number) => new Uint8Array(length) };
  const empty = await enrol(request('GET', path), needs, triggerAt(opened));
  const typed = { name: markup, email: markup, callName: markup, hours: markup, pleaseNot: markup, topics: [markup] };
  const again = await enrol(request('POST', path, { form: filled(empty, typed) }), needs, triggerAt(after(opened, 60)));
  expect(again.status).toBe(422);
  for (const { body } of [empty, again]) {
    expect(body).not.toMatch(isMarkup);
    expect(body).toContain('&lt;img src');
  }
});

it('shows it as text on the question about a pair', async () => {
  const person = { name: markup, self: { ...someone(1).self, callName: markup, topics: [markup] } };
  const contact = { name: markup, address: 'eve@example.com' };
  const branding = { ...usual.branding, programme: markup };
  const more = { junior: person, senior: person, cohort: { coordinators: [contact], topics: [markup], branding } };
  const { get, says } = await visit(between({ consent: { junior: asked } }, more));
  for (const { body } of [await get(noon), await says('yes')]) {
    expect(body).not.toMatch(isMarkup);
    expect(body).toContain('&lt;img src');
  }
});
