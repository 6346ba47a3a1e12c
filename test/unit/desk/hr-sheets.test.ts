import { beforeEach, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohortId, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;
const head = ['Personalnummer', 'Name', 'E-Mail', 'Rolle', 'Ebene', 'Führungskraft'];
const boss = ['9', 'Cy', '', '', '', '-'];

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});

/** Uploads a workbook of these sheets, and answers the page that follows. */
async function uploaded(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === '' ? null : { value }))),
  }));
  return followed(await browser.upload(`${home}/upload`, await (await writeWorkbook(made)).toBuffer()));
}
async function followed(reply: Awaited<ReturnType<typeof browser.get>>) {
  const place = reply.headers?.location;
  if (place === undefined) return { place: '', status: reply.status, body: reply.body };
  const { status, body } = await browser.get(place);
  return { place, status, body };
}
/** Presses the button of the sheet with this name. */
async function pressed({ body }: { body: string }, name: string) {
  const [, action = '', form = ''] = /<form method="post" action="([^"]+\/sheet)"(.*?)<\/form>/.exec(body) ?? [];
  const [, sheet = ''] = new RegExp(`name="sheet" value="(\\d+)"[^>]*>[^<]*“${name}”`).exec(form) ?? [];
  return followed(await browser.post(action, { sheet }));
}

it('lets HR choose the sheet of a workbook, there and back, also after a commit', async () => {
  const first = await uploaded({
    Juniors: [head, ['1', 'Ann', 'ann@example.org', 'junior', '2', '9'], boss],
    Seniors: [head, ['2', 'Bo', 'bo@example.org', 'senior', '6', '9'], boss],
  });
  expect(first.body).toContain('Read from the sheet “Juniors”');
  expect(first.body).toContain('Ann');
  const second = await pressed(first, 'Seniors');
  expect(second.body).toContain('Read from the sheet “Seniors”');
  expect(second.body).toContain('Bo');
  expect(second.body).not.toContain('Ann');
  const back = await pressed(second, 'Juniors');
  expect(back.body).toContain('Ann');

  const committed = await followed(await browser.post(back.place));
  expect(committed.body).toContain('File committed');
  expect((await pressed(committed, 'Seniors')).body).toContain('Bo');
});

it('keeps the other sheets while HR says what the columns of one mean', async () => {
  const own = ['Nr', 'Wer', 'Post', 'Seite', 'Rang', 'Chef'];
  const asked = await uploaded({
    Liste: [own, ['1', 'Ann', 'ann@example.org', 'junior', '2', '-']],
    Alt: [head, ['2', 'Bo', 'bo@example.org', 'senior', '6', '-']],
  });
  // The sheet that explains itself is read first, wherever it stands.
  expect(asked.body).toContain('Read from the sheet “Alt”');
  const other = await pressed(asked, 'Liste');
  expect(other.body).toContain('Name the columns');
  const said = { 'column-0': 'employee_id', 'column-1': 'name', 'column-2': 'email', 'column-5': 'manager_id' };
  const checked = await followed(await browser.post(other.place, { ...said, 'column-3': 'role', 'column-4': 'level' }));
  expect(checked.body).toContain('Ann');
  expect((await pressed(checked, 'Alt')).body).toContain('Bo');
});

it('offers the other sheets where the one that was read is no list of people', async () => {
  const refused = await uploaded({
    Notizen: [
      ['Stand', 'März'],
      ['von', 'Uwe'],
    ],
    Farben: [['rot'], ['blau']],
  });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Read from the sheet “Notizen”');
  expect(refused.body).toContain('none of the required columns');
  const again = await pressed(refused, 'Farben');
  expect(again.status).toBe(422);
  expect(again.body).toContain('Read from the sheet “Farben”');
});

it('finds no sheet that the workbook does not have', async () => {
  const { body } = await uploaded({
    A: [head, boss],
    B: [head, ['2', 'Bo', 'bo@example.org', 'senior', '6', '-']],
  });
  const [, action = ''] = /action="([^"]+\/sheet)"/.exec(body) ?? [];
  for (const sheet of ['7', '-1', 'x', '']) expect((await browser.post(action, { sheet })).status).toBe(404);
});
