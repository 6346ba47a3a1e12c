import { describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { decodeFile } from '../../../shared/submission/workbook.ts';
import { unzip, zipOf } from '../../../shared/submission/zip.ts';

const head = ['Personalnummer', 'Name', 'E-Mail', 'Abwesend von'];
const text = (value: string) => ({ value });
const header = head.map(text);

async function workbook(rows: SheetData): Promise<Buffer> {
  return (await writeWorkbook(rows)).toBuffer();
}
async function lines(bytes: Uint8Array): Promise<string[]> {
  const read = await decodeFile(bytes);
  if (!read.ok) throw new Error(read.reason.code);
  return [read.header, ...read.records].map(({ line, cells }) => `${line}: ${cells.join('|')}`);
}
async function refusal(bytes: Uint8Array): Promise<string> {
  const read = await decodeFile(bytes);
  return read.ok ? 'taken' : read.reason.code;
}

/** A workbook by its parts, as the standard asks for them. */
function made(sheets: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(sheets);
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((data, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipOf(new Map(Object.entries(parts).map(([path, content]) => [path, Buffer.from(content)])));
}
const row = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells.map((cell, at) => cell.replace('<c', `<c r="${'ABCDEF'[at]}${number}"`)).join('')}</row>`;
const inline = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const headerRow = row(1, ...head.slice(0, 3).map(inline));

describe('a workbook', () => {
  it('gives ids without a decimal point, text with its leading zeros, dates as days', async () => {
    const bytes = await workbook([
      header,
      [
        { value: 1234, type: Number },
        text('Jörg Weiß'),
        text('joerg@example.org'),
        { value: new Date(Date.UTC(2026, 2, 1)), type: Date, format: 'dd.mm.yyyy' },
      ],
      [text('0042'), text('Ada'), text('ada@example.org'), null],
    ]);
    expect(await lines(bytes)).toEqual([
      `1: ${head.join('|')}`,
      '2: 1234|Jörg Weiß|joerg@example.org|2026-03-01',
      '3: 0042|Ada|ada@example.org|',
    ]);
  });

  it('gives the results of its formulas as Excel saved them, and nothing where it saved none or an error', async () => {
    const bytes = made({
      Liste: `${headerRow}${row(2, '<c><f>1000+1</f><v>1001</v></c>', '<c t="str"><f>A1</f><v>Ada B.</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')}${row(3, '<c><f>1+1</f></c>', inline('Bo'))}`,
    });
    expect((await lines(bytes)).slice(1)).toEqual(['2: 1001|Ada B.|', '3: |Bo|']);
  });

  it('finds the list below a merged title and in merged cells reads the first', async () => {
    const bytes = await workbook([
      [{ value: 'Mitarbeitende 2026', columnSpan: 4 }, null, null, null],
      header,
      [{ value: '1', rowSpan: 2 }, text('Ada'), text('ada@example.org'), null],
      [null, text('Bo'), text('bo@example.org'), null],
    ]);
    expect(await lines(bytes)).toEqual([`2: ${head.join('|')}`, '3: 1|Ada|ada@example.org|', '4: |Bo|bo@example.org|']);
  });

  it('of two sheets gives the first that is a list of people, and says which', async () => {
    const bytes = made({
      Deckblatt: row(1, inline('Stand: März')),
      Personen: `${headerRow}${row(2, inline('1'))}`,
      Leer: '',
    });
    expect(await decodeFile(bytes)).toMatchObject({
      source: { as: 'Excel', sheet: 'Personen', otherSheets: ['Deckblatt'] },
      records: [{ line: 2 }],
    });
  });

  it('does without cells that are only painted, to the end of the sheet', async () => {
    const painted = '<row r="1048576"><c r="XFD1048576" s="0"/></row><row r="1048577" s="1"/>';
    expect(await lines(made({ A: `${headerRow}${row(2, inline('7'))}${painted}` }))).toHaveLength(2);
  });

  it('of 10,000 rows is read in a moment', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      row(at + 2, `<c><v>${at}</v></c>`, inline('Ada'), inline(`p${at}@example.org`)),
    );
    const started = performance.now();
    expect(await lines(made({ A: `${headerRow}${rows.join('')}` }))).toHaveLength(10_001);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('what is no workbook', () => {
  const bomb = async () => {
    const { deflateRawSync } = await import('node:zlib');
    const packed = deflateRawSync(Buffer.alloc(80 * 1024 * 1024));
    return { packed, size: 80 * 1024 * 1024 };
  };
  /** A zip of one packed part that declares this size. */
  function zipWith(packed: Buffer, size: number, path = 'xl/workbook.xml'): Buffer {
    const zip = Buffer.from(zipOf(new Map([[path, packed]])));
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (const at of [8, directory + 10]) zip.writeUInt16LE(8, at);
    for (const at of [22, directory + 24]) zip.writeUInt32LE(size, at);
    return zip;
  }

  it('is refused before it is unpacked where it declares too much', async () => {
    const { packed, size } = await bomb();
    expect(await refusal(zipWith(packed, size))).toBe('too-much-inside');
  });

  it('is refused while it is unpacked where more comes out than it declares', async () => {
    const { packed } = await bomb();
    expect(await refusal(zipWith(packed, 1_000))).toBe('too-much-inside');
  });

  it.each([
    ['not-a-workbook', zipOf(new Map([['word/document.xml', Buffer.from('<w/>')]]))],
    ['broken-workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
    ['broken-workbook', zipOf(new Map([['xl/workbook.xml', Buffer.from('<garbage')]]))],
    ['broken-workbook', made({ A: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' })],
    [
      'too-wide',
      made({ A: `${headerRow}<row r="2"><c r="XFD2"><v>1</v></c></row><row r="5000"><c r="A5000"><v>1</v></c></row>` }),
    ],
    ['too-wide', made({ A: '<row r="9e9"><c r="A1"><v>1</v></c></row>' })],
    ['too-many-rows', made({ A: '<row r="99999"><c r="A99999"><v>1</v></c></row>' })],
    ['empty', made({ A: '' })],
    ['no-rows', made({ A: headerRow })],
  ])('is refused by name: %s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });
});

it('is packed and unpacked to the same', () => {
  const parts = new Map([
    ['a.xml', Buffer.from('ä'.repeat(300))],
    ['b/c.xml', Buffer.alloc(0)],
  ]);
  expect(unzip(zipOf(parts), () => true, 1_000)).toEqual(parts);
});
