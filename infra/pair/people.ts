import type { PersonId } from '../../events/ids.ts';
import type { Candidate, PairingInput } from '../../shared/pairing/input.ts';
import { requiredColumns } from '../../shared/submission/columns.ts';
import type { CsvRecord } from '../../shared/submission/decode.ts';
import { type Header, judgeRecord, readHeader } from '../../shared/submission/hr-record.ts';
import type { Cells } from '../../shared/submission/hr-row.ts';
import { reason, reasonText } from '../../shared/submission/reasons.ts';
import { recordsOf } from './csv.ts';
import { Refused } from './refused.ts';
import { type Entry, openRegister, type RefusedLine } from './register.ts';

export { cohortId, week } from './register.ts';

/** Whom the file names. */
export interface People {
  readonly candidates: readonly Candidate[];
  readonly chain: PairingInput['chain'];
  /** Bad lines: each refuses a person, not the run. Who has no employee id is named by address or name. */
  readonly refused: readonly (RefusedLine & { readonly person: string })[];
  readonly ignoredColumns: readonly string[];
  /** Whoever has this employee id, in whatever case. */
  find(employeeId: string): Entry | undefined;
  of(person: PersonId): Entry | undefined;
}

/** Every topic is known, by its lower-case spelling: which spelling came first must not matter. */
const anyTopic = { get: (topic: string) => topic };

/** Reads the whole file: everybody with a role takes part as if confirmed, the others are links of the chain. */
export async function readPeople(path: string, onRead: (share: number) => void = () => undefined): Promise<People> {
  const register = openRegister();
  const nameless: (RefusedLine & { person: string })[] = [];
  let header: Header | undefined;
  let lines = 0;
  for await (const record of recordsOf(path, onRead)) {
    if (!header) {
      header = headerOf(record, path);
      continue;
    }
    const cells = header.cellsOf(record);
    const judged = judgeRecord(record, header, anyTopic);
    const told = 'row' in judged && 'told' in judged.row ? judged.row.told : undefined;
    const why = 'reason' in judged ? judged.reason : undefined;
    const employeeId = cells('employee_id');
    if (employeeId === '') {
      const missing = why ?? reason('missing-value', { column: 'employee_id' });
      const says = `line ${record.line}: ${reasonText(missing, 'en')}`;
      nameless.push({ person: cells('email') || cells('name'), rule: missing.code, says });
    } else {
      const role = told?.role;
      register.take({
        line: record.line,
        employeeId,
        name: cells('name'),
        ...managerIn(cells),
        role,
        told,
        reason: why,
      });
    }
    lines++;
  }
  if (!header) throw new Refused(path, reason('empty'));
  if (lines === 0) throw new Refused(path, reason('no-rows'));
  register.close();

  const candidates: Candidate[] = [];
  const chain: [string, string][] = [];
  const refused = nameless;
  for (const [key, { employeeId, candidate, managerKey, refused: why }] of register.entries()) {
    if (managerKey !== undefined) chain.push([key, managerKey]);
    if (candidate) candidates.push(candidate);
    if (why) refused.push({ person: employeeId, ...why });
  }
  const { find, of } = register;
  return { candidates, chain, refused, ignoredColumns: header.ignoredColumns, find, of };
}

function headerOf(record: CsvRecord, path: string): Header {
  const header = readHeader(record);
  if ('reason' in header) throw new Refused(path, header.reason);
  const missing = requiredColumns.filter((column) => !header.columns.has(column));
  if (missing.length > 0) throw new Refused(path, ...missing.map((column) => reason('missing-column', { column })));
  return header;
}

/** Also of a line that is bad otherwise: other people's chains run through it. */
const managerIn = (cells: Cells) => ({ managerId: cells('manager_id').replace(/^[–—]$/, '-') });
