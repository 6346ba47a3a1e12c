import { expect, it } from 'vitest';
import { columnNames } from '../../../shared/submission/columns.ts';
import { decodeCsv } from '../../../shared/submission/decode.ts';
import { judgeSheet } from '../../../shared/submission/hr-file.ts';
import { HrRow } from '../../../shared/submission/submission.ts';

const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];
const good: Readonly<Record<string, string>> = {
  employee_id: 'E2',
  name: 'Ada Adler',
  email: 'ada@example.com',
  role: 'junior',
  level: '2',
  manager_id: '-',
};

it.each(names)('takes a cell that says “%s” for a word like any other, in every column', (name) => {
  for (const column of columnNames.filter((each) => each !== 'away_from' && each !== 'away_to')) {
    const cells = columnNames.map((each) => (each === column ? name : (good[each] ?? '')));
    const sheet = decodeCsv(new TextEncoder().encode(`${columnNames.join(',')}\n${cells.join(',')}\n`));
    if (!sheet.ok) throw new Error(sheet.reason.code);
    const read = judgeSheet(sheet, { columns: {}, levels: {} }, { topics: ['Sustainability'] }, () => true);
    if (!read.ok) throw new Error(read.reason.code);
    expect(read.rows.length + read.rejected.length, column).toBe(1);
    // What is kept is what was read, also as JSON.
    for (const row of read.rows) expect(HrRow.parse(JSON.parse(JSON.stringify(row))), column).toEqual(row);
    if (column === 'status') expect(read.rejected[0]?.reason.code).toBe('unknown-status');
  }
});
