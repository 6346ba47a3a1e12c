import { SubmissionId, TaskId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { tasks } from '../../../shared/task/task.ts';
import { openDesk } from '../../support/desk.ts';
import { pair } from '../../support/programme.ts';
import { hidden } from '../sources/connected.ts';
import { at, cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

export const markup = `<img src=x onerror=alert(1)>"'&<script>`;
const home = `/desk/cohorts/${cohortId}`;

/** A desk on which everything that somebody can write is markup. */
export async function hostileDesk() {
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

type Browser = Awaited<ReturnType<typeof hostileDesk>>['browser'];

/** Every page to which a link leads from these, by its path. */
export async function everyPage(browser: Browser, from: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const { body, status, headers } = await browser.get(path);
    seen.set(path, body);
    if (status !== 200 || !String(headers?.['content-type'] ?? 'text/html').includes('html')) continue;
    for (const [, href = ''] of body.matchAll(/href="([^"]+)"/g)) {
      const next = href.replaceAll('&amp;', '&').replace(/#.*/, '');
      if (next.startsWith('/desk') && !/template|\?/.test(next)) waiting.push(next);
    }
    if (seen.size > 150) throw new Error(`no end of pages: ${path}`);
  }
  return seen;
}
