import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../infra/pair/people.ts';
import { Refused } from '../../../infra/pair/refused.ts';
import { csv, files, header, junior, senior } from './files.ts';

async function read(content: string | Uint8Array) {
  using at = files();
  const { candidates, chain, refused, ignoredColumns } = await readPeople(at.write('people.csv', content));
  return { people: candidates.map(({ person }) => person), candidates, chain, refused, ignoredColumns };
}
const refusedIn = async (content: string | Uint8Array) =>
  (await read(content)).refused.map(({ person, rule }) => `${person} ${rule}`).sort();

describe('a file at the command line', () => {
  it('lets everybody with a role take part, and keeps the others as links of the chain', async () => {
    const { people, chain } = await read(csv(junior('J1'), senior('S1')));
    expect(people).toEqual(['#j1', '#s1']);
    expect(Object.fromEntries(chain)).toEqual({ '#b1': 'top', '#b2': 'top', '#j1': '#b1', '#s1': '#b2' });
  });

  it('may be German, with semicolons, a byte order mark and the line breaks of Windows', async () => {
    const german = [
      '\ufeffPersonalnummer;Vollständiger Name;E-Mail;Rolle;Ebene;Führungskraft;Sprachen;Themen',
      '7;Ärla Öz;a@example.com;Juniorin;2;-;Deutsch;"KI|Neue; Arbeit"',
    ].join('\r\n');
    const { candidates, refused } = await read(german);
    expect(refused).toEqual([]);
    expect(candidates).toMatchObject([{ role: 'junior', languages: ['de'], topics: ['ki', 'neue; arbeit'] }]);
  });

  it('may be larger than the pieces that it is read in', async () => {
    const many = Array.from({ length: 4_000 }, (_, at) => junior(`J${at}`, { topics: 'é'.repeat(at % 60) || 'AI' }));
    const { people, refused } = await read(csv(...many).replaceAll('\n', '\r\n'));
    expect(people).toHaveLength(4_000);
    expect(refused).toEqual([]);
  });

  it('refuses the person, not the file, for a bad line', async () => {
    const bad = [
      junior('J1').replace(',2,', ',two,'),
      junior('J2').replace(',B1,', ',,'),
      ',No Id,x@example.com,junior,2,B1,,,',
    ];
    expect(await refusedIn(csv(...bad, junior('J3')))).toEqual([
      'J1 level-not-a-number',
      'J2 manager-unknown',
      'x@example.com missing-value',
    ]);
  });

  it('takes neither of two lines that contradict each other, in whatever order they come', async () => {
    const twice = [junior('J1'), junior('j1', { manager: 'B2' }), junior('J2').replace('J2@', 'S1@'), senior('S1')];
    const expected = ['J1 same-id', 'J2 same-address', 'S1 same-address'];
    expect(await refusedIn(csv(...twice))).toEqual(expected);
    expect(await refusedIn(csv(...twice.toReversed()))).toEqual(expected);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing at all', '', 'is empty'],
    ['only a header', header, 'no people'],
    ['something else', 'a,b\n1,2\n', 'none of the required columns'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'Excel'],
    ['a text of Windows-1252', Buffer.from(csv(junior('Jä')), 'latin1'), 'UTF-8'],
    ['an open quotation mark', `${csv()}"J1,`, 'never closed'],
  ])('is refused whole if it is %s', async (_, content, says) => {
    await expect(read(content)).rejects.toThrow(Refused);
    await expect(read(content)).rejects.toThrow(says);
  });

  it('is refused with one reason for each required column that is missing', async () => {
    await expect(read('employee_id,name,email,manager_id\nJ1,A,a@example.com,-\n')).rejects.toMatchObject({
      lines: [expect.stringContaining('“Role”'), expect.stringContaining('“Level”')],
    });
  });
});
