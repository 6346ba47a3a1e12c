import { beforeEach, describe, expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { columnTitles } from '../../../shared/submission/column-titles.ts';
import { columnNames, columnOf } from '../../../shared/submission/columns.ts';
import { decodeCsv } from '../../../shared/submission/decode.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohortId, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});
const upload = async (file: string) => (await browser.upload(`${home}/upload`, file)).headers?.location ?? '';

describe('the template', () => {
  it.each(['de', 'en'] as const)('in %s is a file that the desk understands', async (lang) => {
    const { body, headers } = await browser.get(`${home}/upload/template?lang=${lang}`);
    expect(headers?.['content-disposition']).toMatch(/attachment; filename="hr-.*\.csv"/);
    expect(body.startsWith('\uFEFF')).toBe(true);
    expect(decodeCsv(Buffer.from(body))).toMatchObject({ ok: true, records: [{ line: 2 }] });
    const preview = await browser.get(await upload(body));
    expect(preview.body).toMatch(/Beispiel|Example/);
    expect(preview.body).not.toContain('badge care');
    for (const column of columnNames) expect(columnOf(columnTitles[lang][column])).toBe(column);
  });

  it('holds no formula, though a topic looks like one', async () => {
    const topics = ['=1+cmd|calc', '@SUM(1)', 'Data, =2+2'].join('\n');
    await browser.post(`${home}/settings`, { ...valuesOf(settings), topics });
    const { body } = await browser.get(`${home}/upload/template`);
    expect(body).toContain('"Data, =2+2"');
    expect(body).not.toMatch(/=1\+cmd|@SUM/);
  });
});
