import { expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readHrFile } from '../../infra/local/rehearse/hr-file.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { enrolByForm } from '../support/newcomer.ts';
import { aCohort, addressOf, live, useStage } from '../support/stage.ts';

const here = useStage();

const fromFile = (lines: string[]) =>
  readHrFile(
    'people.csv',
    new TextEncoder().encode(['employee_id,name,email,role,level,manager_id', ...lines].join('\n')),
  );

/** The same people in an Excel workbook. */
async function aWorkbook(lines: string[]) {
  const file = fromFile(lines);
  const rows = new TextDecoder().decode(file.bytes).split('\n');
  const sheet = await writeWorkbook(rows.map((row) => row.split(',').map((value) => ({ value }))));
  return { ...file, name: 'people.xlsx', bytes: new Uint8Array(await sheet.toBuffer()) };
}

it('lets a person enrol by the signed link, who then waits for the facts of HR, and again once HR undoes them', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, { fields: { domains: 'nordwerk.example' } });
  const { town, hr } = cohort;
  let path = '';
  town.begin(async () => {
    await hr.signIn();
    ({ path } = await hr.makeCohort(cohort.plan));
    const page = await enrolByForm(cohort, path, { name: 'Nora Neu', email: 'nora.neu@nordwerk.example' });
    expect(page.status).toBe(200);
  });
  await live(cohort, stage, 0.1);
  const submission = async () =>
    ofKind(await everything(stage), 'submission#').map(({ source, state }) => `${source} ${state}`);
  expect(await submission()).toEqual(['form waits-for-hr']);

  town.begin(async () => {
    await hr.upload(path, fromFile(['boss,,,,,-', 'n1,Nora Neu,nora.neu@nordwerk.example,junior,2,boss']));
  });
  await live(cohort, stage, 0.1);
  const people = ofKind(await everything(stage), 'participant#');
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ address: 'nora.neu@nordwerk.example', role: 'junior', hr: { level: 2 } });
  expect(town.letters('nora.neu@nordwerk.example')).toEqual([]);

  town.begin(async () => {
    const upload = await hr.open(`${path}/upload`);
    const last = upload.links.find(({ href }) => href.includes('/uploads/upl_'));
    const page = await hr.open(new URL(last?.href ?? '').pathname);
    await hr.send(page.form(/\/undo$/));
  });
  await live(cohort, stage, 0.1);
  const states = async () =>
    ofKind(await everything(stage), 'participant#').map(({ state, hr: facts }) => `${state} ${Object(facts).level}`);
  expect(await states()).toEqual(['taken-back undefined']);
  expect((await submission()).sort()).toEqual(['file taken-back', 'form waits-for-hr']);

  const workbook = await aWorkbook(['boss,,,,,-', 'n1,Nora Neu,nora.neu@nordwerk.example,junior,3,boss']);
  town.begin(async () => void (await hr.upload(path, workbook)));
  await live(cohort, stage, 0.1);
  expect(await states()).toEqual(['enrolled 3']);
  expect((await submission()).sort()).toEqual(['file accepted', 'file taken-back', 'form accepted']);
  expect(await invariants(stage)).toEqual([]);
});

it('takes nobody whose mail domain the cohort does not list', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, { fields: { domains: 'nordwerk.example' } });
  const { town, hr } = cohort;
  town.begin(async () => {
    await hr.signIn();
    const { path } = await hr.makeCohort(cohort.plan);
    const page = await enrolByForm(cohort, path, { name: 'Eve', email: 'eve@elsewhere.example' });
    expect(page.status).toBe(422);
  });
  await live(cohort, stage, 0.1);
  expect(ofKind(await everything(stage), 'submission#')).toEqual([]);
});

it('shows what a file would change before anything is committed, and writes to newcomers only when HR sends', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage, { juniors: 1, seniors: 1 });
  const { town, hr } = cohort;
  await cohort.launch();
  await live(cohort, stage, 1);
  const { path } = cohort.cohort();
  let dryRun = '';
  town.begin(async () => {
    const file = fromFile([
      'boss,,,,,-',
      'junior1,Lea Jung-Neu,junior1@nordwerk.example,junior,2,boss',
      'late,Lars Spät,lars@nordwerk.example,junior,3,boss',
      'bad,Ohne Ebene,bad@nordwerk.example,junior,x,boss',
    ]);
    dryRun = (await hr.upload(path, file)).text;
  });
  await live(cohort, stage, 1);
  expect(dryRun).toMatch(/Lars Spät/);
  expect(dryRun).toMatch(/The level “x” is not a whole number/);
  expect(town.letters('lars@nordwerk.example')).toEqual([]);

  town.begin(async () => {
    const page = await hr.open(`${path}/launch`);
    await hr.send(page.form(/\/launch$/));
  });
  await live(cohort, stage, 1);
  expect(town.letters('lars@nordwerk.example')).toHaveLength(1);
  expect(town.letters(addressOf('junior1'))).toHaveLength(1);
  expect(await invariants(stage)).toEqual([]);
});

it('refuses a file that is no HR file, by name, and writes nothing', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  const { town, hr } = cohort;
  const answers: string[] = [];
  town.begin(async () => {
    await hr.signIn();
    const { path } = await hr.makeCohort(cohort.plan);
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      new Uint8Array(4.1 * 1024 * 1024).fill(97),
    ]) {
      const page = await hr.open(`${path}/upload`);
      const reply = await hr.send(page.form(/\/upload$/).attach('file', { name: 'people.csv', bytes }));
      answers.push(`${reply.status} ${reply.text}`);
    }
  });
  await live(cohort, stage, 0.1);
  expect(answers[0]).toMatch(/^422 .*empty/s);
  expect(answers[1]).toMatch(/^422 .*Excel/s);
  expect(answers[2]).toMatch(/^4(22|13) /);
  expect(ofKind(await everything(stage), 'upload')).toEqual([]);
});
