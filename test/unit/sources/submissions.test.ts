import { beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionId } from '../../../events/ids.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { at, cohortId, command } from '../desk/sample.ts';
import { type Connected, home, openConnected } from './connected.ts';

let here: Connected;
beforeEach(async () => {
  here = await openConnected();
  return () => here.desk.close();
});

const standard = (data: unknown) => JSON.stringify({ type: 'form.submitted', timestamp: at, data });
/** One call of a form of our own, and the page of what became of it. */
async function filledIn(data: unknown) {
  const { sourceId, secret } = await here.connect('standard');
  await here.fillIn('standard', sourceId, secret, standard(data));
  const [submission] = await here.submissions();
  return `${home}/submissions/${submission?.submissionId}`;
}
const states = async () => (await here.submissions()).map(({ source, state }) => `${source} ${state}`).sort();
const good = { email: 'jonas.weber@example.com', name: 'Jonas Weber', topics: ['Soziale Medien'] };

describe('what could not be taken', () => {
  it('is shown word for word, with what could be read in its fields and every fault beside its own', async () => {
    const one = await filledIn({ ...good, email: 'jonas', topics: ['Tarot'], role: 'boss', shoe: '44' });
    expect((await here.browser.get(`${home}/submissions`)).body).toContain(
      '“jonas” in “Email” is not an email address',
    );
    const page = await here.browser.get(one);
    expect(page.status).toBe(200);
    for (const said of ['>44<', 'value="Jonas Weber"', 'is not one of this cohort’s', 'Unknown role “boss”']) {
      expect(page.body).toContain(said);
    }
    expect(page.body).toMatch(/name="email"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="email"/);
  });

  it('is corrected once, and goes the way of every form', async () => {
    const one = await filledIn({ ...good, email: 'jonas' });
    const form = { what: 'correct', email: 'jonas@', name: 'Jonas <Weber>', topics: 'Soziale Medien' };
    const wrong = await here.browser.post(one, form);
    expect([wrong.status, wrong.body.includes('value="jonas@"')]).toEqual([422, true]);
    expect(wrong.body).toContain('Jonas &lt;Weber>');
    expect(await states()).toEqual(['hook rejected']);
    expect(await here.browser.post(one, { ...form, email: good.email })).toMatchObject({ status: 303 });
    expect(await states()).toEqual(['hook corrected', 'hook received']);
    expect((await here.browser.post(one, { ...form, email: 'second@example.com' })).status).toBe(409);
    expect((await here.browser.get(one)).body).toContain('to the new submission');
    await here.react();
    expect(await states()).toEqual(['hook corrected', 'hook waits-for-hr']);
  });

  it('for its domain is taken in once HR says so', async () => {
    await here.desk.close();
    here = await openConnected({ domains: 'nordwerk.example' });
    const one = await filledIn(good);
    expect((await here.browser.get(one)).body).toContain('takes no addresses of example.com');
    await here.browser.post(one, { what: 'correct', ...good, topics: 'Soziale Medien' });
    expect(await states()).toEqual(['hook corrected', 'hook received']);
    expect((await here.browser.get(`${home}/submissions/sub_00000000`)).status).toBe(404);
  });

  it('of an HR file is corrected in HR’s words', async () => {
    const ref = { cohortId, submissionId: 'sub_0123456789' as SubmissionId };
    const told = {
      employeeId: 'E9',
      name: 'Bo',
      address: 'bo@example.org',
      role: 'senior',
      level: 9,
      managerId: '-',
    } as const;
    const rejected = {
      ...ref,
      state: 'rejected',
      source: 'file',
      line: 4,
      told,
      receivedAt: at,
      reason: 'address-of-another',
    } as const;
    await here.desk.table.change(submissions, ref, command, () => ({ to: rejected }));
    const one = `${home}/submissions/${ref.submissionId}`;
    const page = await here.browser.get(one);
    for (const said of ['HR file, line 4', 'value="E9"', 'already belongs to another person'])
      expect(page.body).toContain(said);
    const form = {
      what: 'facts',
      employee_id: 'E9',
      name: 'Bo',
      email: 'bo2@example.org',
      role: 'senior',
      level: '9',
      manager_id: 'E9',
    };
    expect((await here.browser.post(one, form)).body).toContain('their own manager');
    await here.browser.post(one, { ...form, manager_id: '-' });
    await here.react();
    expect(await states()).toEqual(['file corrected', 'hr accepted']);
  });
});

it('loses none of many that come at the same moment, through one form', async () => {
  const { sourceId, secret } = await here.connect('standard');
  const people = Array.from({ length: 16 }, (_, at) => `p${at}@example.com`);
  const sent = [...people, ...people].map((email) =>
    here.fillIn('standard', sourceId, secret, standard({ email, name: email }), { id: `msg_${email}` }),
  );
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const addresses = (await here.submissions()).map(({ told }) => told?.address);
  expect(addresses.sort()).toEqual([...people].sort());
});

describe('who waits for HR', () => {
  it('may be left out, without a word to them, and be taken in later all the same', async () => {
    const one = await filledIn(good);
    await here.react();
    await here.browser.post(one, { what: 'decline' });
    expect(await here.submissions()).toMatchObject([{ state: 'rejected', reason: 'not-taken' }]);
    const page = await here.browser.get(one);
    expect(page.body).toContain('value="jonas.weber@example.com"');
    await here.browser.post(one, { what: 'correct', ...good, topics: 'Soziale Medien' });
    await here.react();
    expect(await states()).toEqual(['hook corrected', 'hook waits-for-hr']);
  });

  it('is not decided about twice, nor with a button that the page does not have', async () => {
    const one = await filledIn(good);
    expect((await here.browser.get(one)).body).toContain('being worked on');
    expect((await here.browser.post(one, { what: 'decline' })).status).toBe(409);
    expect(await states()).toEqual(['hook received']);
  });

  it('reads German as well as English', async () => {
    const one = await filledIn(good);
    await here.react();
    const page = await here.browser.get(one, { query: new URLSearchParams({ lang: 'de' }) });
    expect(page.body).toContain('HR-Angaben ergänzen und aufnehmen');
  });
});
