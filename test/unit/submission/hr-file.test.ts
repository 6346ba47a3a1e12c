import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { uploadLimit } from '../../../shared/submission/decode.ts';
import { readHrFile } from '../../../shared/submission/hr-file.ts';
import { type Reason, reasonText } from '../../../shared/submission/reasons.ts';

const cohort = { topics: ['Digital and AI tools', 'Sustainability'] };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, known?: (id: string) => boolean) => readHrFile(bytes(text), cohort, known);

const header = 'employee_id,name,email,role,level,manager_id,topics,hours,time_zone,languages,capacity';
const boss = 'E1,Bo Boss,bo@example.com,senior,8,-,Sustainability,,,,';
const line = (changes: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    employee_id: 'E2',
    name: 'Ada Adler',
    email: 'ada@example.com',
    role: 'junior',
    level: '2',
    manager_id: 'E1',
    topics: 'sustainability|Digital and AI tools',
    hours: '09:00-17:00',
    time_zone: 'Europe/Berlin',
    languages: 'de|en',
    capacity: '1',
    ...changes,
  };
  return header
    .split(',')
    .map((column) => cells[column])
    .join(',');
};

function good(text: string, known?: (id: string) => boolean) {
  const file = read(text, known);
  if (!file.ok) throw new Error(file.reason.code);
  return file;
}
function refusal(file: ReturnType<typeof readHrFile>): Reason {
  if (file.ok) throw new Error('the file was taken');
  return file.reason;
}

describe('a good HR file', () => {
  it('becomes one row per person in our own words', () => {
    const { rows, rejected, ignoredColumns } = good([header, boss, line()].join('\n'));
    expect(rejected).toEqual([]);
    expect(ignoredColumns).toEqual([]);
    expect(rows[1]).toMatchObject({
      line: 3,
      told: {
        employeeId: 'E2',
        role: 'junior',
        level: 2,
        managerId: 'E1',
        status: 'active',
        topics: ['Sustainability', 'Digital and AI tools'],
        languages: ['de', 'en'],
      },
    });
    expect(rows[1] && 'told' in rows[1] && rows[1].told.hours).toHaveLength(5);
  });

  it('may be what a German Excel writes: BOM, semicolons, German headers, quotes over lines', () => {
    const { rows, ignoredColumns } = good(
      '\uFEFFPersonalnummer;Name;E-Mail;Rolle;Ebene;Führungskraft;Arbeitszeiten;Lieblingsfarbe\r\n' +
        'E1;"Boß;\r\nBo";BO@Example.com;Senior;8;-;Mo-Mi 09:00-13:00|Do 10-12;blau\r\n' +
        ';;;;;;;\r\n' +
        'E2;Ada;ada@example.com;Juniorin;2;e1;Di, Do 9:00–17:00;rot\r\n',
    );
    expect(ignoredColumns).toEqual(['Lieblingsfarbe']);
    expect(rows[0]).toMatchObject({ line: 2, told: { name: 'Boß; Bo', address: 'bo@example.com' } });
    expect(rows[0] && 'told' in rows[0] && rows[0].told.hours).toEqual([
      { weekday: 1, from: '09:00', to: '13:00' },
      { weekday: 2, from: '09:00', to: '13:00' },
      { weekday: 3, from: '09:00', to: '13:00' },
      { weekday: 4, from: '10:00', to: '12:00' },
    ]);
    expect(rows[1]).toMatchObject({ line: 5 });
    expect(rows[1] && 'told' in rows[1] && rows[1].told.hours?.map(({ weekday }) => weekday)).toEqual([2, 4]);
  });

  it('keeps only the two ids of people outside the programme', () => {
    const { rows } = good([header, 'E9,Max Manager,,,,-,,,,,', line({ manager_id: 'E9' })].join('\n'));
    expect(rows[0]).toEqual({ line: 2, outside: { employeeId: 'E9', managerId: '-' } });
  });

  it.each([
    ['in two cells', 'away_from,away_to', '46082,46096'],
    ['in German, in two cells', 'Abwesend von,Abwesend bis', '1.3.2026,15.03.2026'],
    ['in one cell', 'away', '2026-03-01/2026-03-15'],
    ['in German, in one cell', 'Abwesend', '01.03.2026-15.03.2026'],
  ])('takes an absence as Excel writes it: %s', (_, columns, cells) => {
    const { rows, rejected } = good([`${header},${columns}`, `${boss},${cells}`].join('\n'));
    expect(rejected).toEqual([]);
    expect(rows[0]).toMatchObject({ told: { away: { from: '2026-03-01', to: '2026-03-15' } } });
  });

  it('reads 10,000 lines in a moment', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      line({ employee_id: `P${index}`, email: `p${index}@example.com` }),
    );
    const started = performance.now();
    const { rows, rejected } = good([header, boss, ...lines].join('\n'));
    expect(rows).toHaveLength(10_001);
    expect(rejected).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a bad line', () => {
  const bad: [string, Partial<Record<string, string>>, Partial<Reason>][] = [
    ['an empty required cell', { level: '' }, { code: 'missing-value', params: { column: 'level' } }],
    ['no manager', { manager_id: '' }, { code: 'missing-value', params: { column: 'manager_id' } }],
    ['an unknown role', { role: 'mentor' }, { code: 'unknown-role', params: { value: 'mentor' } }],
    ['a level in words', { level: 'E3' }, { code: 'level-not-a-number' }],
    ['a level below zero', { level: '-1' }, { code: 'level-not-a-number' }],
    ['a bad address', { email: 'ada(at)example' }, { code: 'bad-address' }],
    ['a header in the address', { email: '"ada@example.com\nBcc: x@example.com"' }, { code: 'bad-address' }],
    ['a control character in the name', { name: 'Ada\u0007' }, { code: 'control-characters' }],
    ['a manager who is not there', { manager_id: 'E77' }, { code: 'unknown-manager', params: { value: 'E77' } }],
    ['oneself as manager', { manager_id: 'e2' }, { code: 'own-manager' }],
    ['the id of another', { employee_id: 'e1' }, { code: 'same-id', params: { line: '2' } }],
    ['the address of another', { email: 'BO@example.com' }, { code: 'same-address', params: { line: '2' } }],
    ['an unknown zone', { time_zone: 'Mars/Base' }, { code: 'unknown-time-zone' }],
    ['an unknown topic', { topics: 'Astrology' }, { code: 'unknown-topic' }],
    ['hours that end before they begin', { hours: '17:00-09:00' }, { code: 'bad-hours' }],
    ['an unknown language', { languages: 'Klingon' }, { code: 'unknown-language' }],
    ['no places', { capacity: '0' }, { code: 'bad-capacity' }],
    ['a very long name', { name: 'A'.repeat(300) }, { code: 'too-long' }],
  ];
  it.each(bad)('is rejected alone and by its reason: %s', (_, changes, why) => {
    const { rows, rejected } = good(
      [header, boss, line(changes), line({ employee_id: 'E3', email: 'cy@example.com' })].join('\n'),
    );
    expect(rejected).toMatchObject([{ reason: why }]);
    expect(rows).toHaveLength(2);
    for (const language of ['de', 'en'] as const) {
      const [{ reason } = { reason: undefined }] = rejected;
      expect(reason && reasonText(reason, language)).toMatch(/\w{3,}/);
    }
  });

  it('is rejected where cells slipped to the right', () => {
    const { rejected } = good([header, boss, `${line()},extra`].join('\n'));
    expect(rejected).toMatchObject([{ line: 3, reason: { code: 'too-many-cells' } }]);
  });

  it('names the column that the whole file lacks; lines that need none of it stand', () => {
    const { rows, rejected } = good(
      ['employee_id,name,email,role,manager_id', 'E1,Bo,,,-', 'E2,Ada,ada@example.com,junior,E1'].join('\n'),
    );
    expect(rows).toHaveLength(1);
    expect(rejected).toMatchObject([{ line: 3, reason: { code: 'missing-column', params: { column: 'level' } } }]);
  });

  it.each([
    ['level', 'E3', 'Die Ebene „E3“ ist keine ganze Zahl von 0 bis 30. (Spalte „Karrierestufe“)'],
    ['email', 'ada(at)example', '„ada(at)example“ in „Mailadresse“ ist keine E-Mail-Adresse.'],
    ['manager_id', '', '„Vorgesetzte“ ist leer.'],
    ['manager_id', 'E77', 'Die Führungskraft E77 steht nicht in der Datei. (Spalte „Vorgesetzte“)'],
    ['role', 'mentor', 'Unbekannte Rolle „mentor“: möglich sind junior und senior.'],
    ['hours', 'immer', '„immer“ sind keine Arbeitszeiten wie 09:00-17:00 oder Mo-Mi 09:00-13:00. (Spalte „hours“)'],
  ])('names the column %s as HR’s own file does', (column, cell, says) => {
    const own = header
      .replace('email', 'Mailadresse')
      .replace('level', 'Karrierestufe')
      .replace('manager_id', 'Vorgesetzte')
      .replace('role', 'Rolle');
    const { rejected } = good([own, boss, line({ [column]: cell })].join('\n'));
    expect(rejected.map(({ reason }) => reasonText(reason, 'de'))).toEqual([says]);
  });

  it('names a column that the file lacks as the page does', () => {
    const { rejected } = good(['employee_id,name,email,role,level', 'E2,Ada,ada@example.com,junior,2'].join('\n'));
    const said = (['de', 'en'] as const).map((language) => rejected.map(({ reason }) => reasonText(reason, language)));
    expect(said).toEqual([
      ['Die Spalte „Führungskraft-ID“ fehlt in der Datei.'],
      ['The column “Manager ID” is missing from the file.'],
    ]);
  });

  it('stays a link of the chain for those who report to it', () => {
    const { rows, links } = good([header, boss.replace('bo@example.com', 'nobody'), line()].join('\n'));
    expect(rows).toHaveLength(1);
    expect(links).toEqual([{ line: 2, outside: { employeeId: 'E1', managerId: '-' } }]);
  });

  it('is no longer bad when the cohort knows the manager already', () => {
    const { rejected } = good([header, line()].join('\n'), (employeeId) => employeeId === 'E1');
    expect(rejected).toEqual([]);
  });
});

describe('a bad file', () => {
  it('is refused with the limit when it is over 4 MB', () => {
    expect(refusal(readHrFile(new Uint8Array(5 * 1024 * 1024).fill(65), cohort))).toMatchObject({
      code: 'too-large',
      params: { limit: '4' },
    });
    expect(uploadLimit).toBe(4 * 1024 * 1024);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['empty', bytes(' \n \n')],
    ['no-rows', bytes(header)],
    ['no-list', new Uint8Array([1, 2, 0, 3])],
    ['unknown-characters', new Uint8Array([0x4e, 0x61, 0x6d, 0x65, 0x81, 0x3b])],
    ['old-spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['spreadsheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14])],
    ['not-an-hr-file', bytes('colour,size\nred,1\n')],
    ['double-column', bytes('name,Name,email\na,b,c\n')],
    ['open-quote', bytes(`${header}\n"E1,Bo\n`)],
  ])('is refused by name: %s', (code, content) => {
    expect(refusal(readHrFile(content, cohort)).code).toBe(code);
  });
});
