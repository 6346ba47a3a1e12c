import { expect, it } from 'vitest';
import { SourceId } from '../../events/ids.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import type { HookCall } from '../../shared/runtime/on-hook.ts';
import { callOf } from '../support/hooks.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, live, origin, useStage } from '../support/stage.ts';

const here = useStage();

const late = {
  responder: 'lars.spaet@nordwerk.example',
  submitDate: '1/12/2026 9:31:00 AM',
  r01: 'Lars Spät',
  r02: 'Ich zeige etwas',
  r03: '["de","en"]',
};
const body = (response: object, responseId = 1) => JSON.stringify({ responseId, response });

it('takes a late joiner of Microsoft Forms from the first answer to a place in the programme', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, { juniors: 1, seniors: 1, fields: { domains: '' } });
  const { town, hr } = cohort;
  await cohort.launch();
  await live(cohort, stage, 1);
  const { path } = cohort.cohort();
  const send = async ({ rest, headers, bytes }: HookCall) => {
    const wanted = Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
    const init = { method: 'POST', headers: Object.fromEntries(wanted), body: Buffer.from(bytes) };
    const response = await stage.fetch(`${origin}/hooks/${rest.join('/')}`, init);
    return `${response.status} ${await response.text()}`;
  };
  let [source, secret, one] = ['', '', ''];
  const call = async (text: string, headers: Record<string, string> = {}) => {
    const made = await callOf('microsoft', text, { secret, headers });
    return send({ ...made, rest: [source] });
  };
  const answers: string[] = [];

  town.begin(async () => {
    const page = await hr.open(`${path}/sources`);
    const once = await hr.send(page.form(/\/sources$/).fill({ name: 'Intranet', provider: 'microsoft' }));
    source = SourceId.parse(/\/hooks\/(src_\w+)/.exec(once.html)?.[1]);
    secret = /whsec_[A-Za-z0-9+/=]+/.exec(once.html)?.[0] ?? '';
    answers.push(await call(body(late)), await call(body(late), { 'x-form-secret': 'guessed' }));
    answers.push(await call(body(late), { 'content-type': 'application/octet-stream' }));
    answers.push(await call(body({ ...late, long: 'x'.repeat(300_000) })));
    for (const other of ['', '/src_00000000000', `/${source}/x/y/z`, '/nonsense/secret']) {
      const { status } = await stage.fetch(`${origin}/hooks${other}`, { method: 'POST', body: '{}' });
      answers.push(`${status}`);
    }
    one = `${path}/sources/${source}`;
    const questions = (await hr.open(`${one}/mapping`)).form(/\/mapping$/);
    // In the order in which they came: the address, the name, the role, the languages.
    questions.fill({ 'field-0': 'email', 'field-1': 'name', 'field-2': 'role', 'field-3': 'languages' });
    questions.fill({ 'choices-2': 'Ich zeige etwas = junior\nIch lerne = senior' });
    await hr.send(questions);
    const shown = await hr.open(one);
    await hr.send(
      shown.forms.find(({ buttons }) => buttons.some(({ label }) => /again/.test(label))) ?? shown.form('what'),
    );
  });
  await live(cohort, stage, 0.1);
  expect(answers).toEqual([
    '200 rejected',
    '401 unknown source or wrong signature',
    '415 only application/json',
    '413 larger than 256 KB',
    ...['401', '401', '401', '401'],
  ]);
  const submissions = async () =>
    ofKind(await everything(stage), 'submission#')
      .filter((each) => each.source !== 'file')
      .map(({ source: from, state }) => `${from} ${state}`)
      .sort();
  expect(await submissions()).toEqual(['hook corrected', 'hook waits-for-hr']);

  town.begin(async () => {
    const list = await hr.open(`${path}/submissions?state=waits-for-hr`);
    const waiting = await hr.open(list.link(/\/submissions\/sub_/));
    const facts = waiting.form('employee_id');
    await hr.send(facts.fill({ employee_id: 'late1', level: '2', manager_id: '-' }), 'accept');
    // The same response once more, as a retry brings it.
    answers.push(await call(body(late)));
  });
  await live(cohort, stage, 0.1);
  expect(answers.at(-1)).toBe('200 taken before');
  expect(await submissions()).toEqual(['hook accepted', 'hook corrected', 'hr accepted']);

  town.begin(async () => {
    const page = await hr.open(`${path}/launch`);
    await hr.send(page.form(/\/launch$/));
  });
  await live(cohort, stage, 2);
  const lars = ofKind(await everything(stage), 'participant#').find(({ address }) => address === late.responder);
  expect(lars).toMatchObject({ role: 'junior', hr: { level: 2 }, self: { languages: ['de', 'en'] } });
  expect(town.letters(late.responder)).toHaveLength(1);
  expect(await invariants(stage)).toEqual([]);
});
