import type { Cohort } from '../cohort/cohort.ts';
import { type CsvRecord, decodeCsv, type Sheet } from './decode.ts';
import { type Header, inWordsOfFile, judgeRecord, readHeader } from './hr-record.ts';
import { linkOf } from './hr-row.ts';
import { type Mapping, nothingMapped } from './mapping.ts';
import { type Reason, reason } from './reasons.ts';
import type { HrRow } from './submission.ts';

export interface RejectedLine {
  readonly line: number;
  readonly reason: Reason;
  /** For HR to recognise the line; empty where it has no name. */
  readonly name: string;
  /** Whom it is about, if it says so. */
  readonly employeeId?: string | undefined;
}

export type HrFile =
  | {
      readonly ok: true;
      /** The good lines, in the order of the file. */
      readonly rows: readonly HrRow[];
      readonly rejected: readonly RejectedLine[];
      /** Of rejected lines, what others' reporting chains need: the two ids, if they are there. */
      readonly links: readonly HrRow[];
      readonly ignoredColumns: readonly string[];
    }
  | { readonly ok: false; readonly reason: Reason };

type Judged = { readonly record: CsvRecord; readonly row?: HrRow; readonly reason?: Reason };

/**
 * Reads the HR file: a bad file is refused whole and by name, a bad line alone.
 * `knownEmployee` says whether the cohort already has somebody with this employee id, so that a file of newcomers may
 * name managers who came with an earlier one.
 */
export function readHrFile(
  bytes: Uint8Array,
  cohort: Pick<Cohort, 'topics'>,
  knownEmployee: (employeeId: string) => boolean = () => false,
): HrFile {
  const decoded = decodeCsv(bytes);
  return decoded.ok ? judgeSheet(decoded, nothingMapped, cohort, knownEmployee) : decoded;
}

/** The same of a file whose lines are known. */
export function judgeSheet(
  sheet: Sheet,
  mapping: Mapping,
  cohort: Pick<Cohort, 'topics'>,
  knownEmployee: (employeeId: string) => boolean,
): HrFile {
  const header = readHeader(sheet.header, mapping);
  if ('reason' in header) return { ok: false, reason: header.reason };
  const { cellsOf, ignoredColumns } = header;
  const topics = new Map(cohort.topics.map((topic) => [topic.toLowerCase(), topic]));

  const judged: Judged[] = sheet.records.map((record) => ({ record, ...judgeRecord(record, header, topics) }));
  const inFile = new Set(sheet.records.map((record) => cellsOf(record)('employee_id').toLowerCase()));
  const isKnown = (employeeId: string) => inFile.has(employeeId.toLowerCase()) || knownEmployee(employeeId);
  const settled = judgeTogether(judged, isKnown, header);

  const rejected = settled.flatMap(({ record, reason: why }) =>
    why
      ? [
          {
            line: record.line,
            reason: why,
            name: cellsOf(record)('name').slice(0, 120),
            employeeId: cellsOf(record)('employee_id').slice(0, 60),
          },
        ]
      : [],
  );
  return {
    ok: true,
    rows: settled.flatMap(({ row, reason: why }) => (row && !why ? [row] : [])),
    rejected,
    links: linksOf(settled, (record) => linkOf(cellsOf(record))),
    ignoredColumns,
  };
}

/** What only the whole file shows: somebody twice, a manager whom nobody knows. The first line of a person stands. */
function judgeTogether(judged: readonly Judged[], isKnown: (employeeId: string) => boolean, header: Header): Judged[] {
  const lineOfId = new Map<string, number>();
  const lineOfAddress = new Map<string, number>();
  return judged.map((each) => {
    const { record, row } = each;
    if (!row) return each;
    const reject = (why: Reason): Judged => ({ record, reason: inWordsOfFile(why, header) });
    const { employeeId = '', managerId = '' } = 'told' in row ? row.told : row.outside;
    const id = employeeId.toLowerCase();
    const sameId = lineOfId.get(id);
    if (sameId !== undefined) return reject(reason('same-id', { line: String(sameId) }));
    if ('told' in row) {
      const sameAddress = lineOfAddress.get(row.told.address);
      if (sameAddress !== undefined) return reject(reason('same-address', { line: String(sameAddress) }));
      lineOfAddress.set(row.told.address, record.line);
    }
    lineOfId.set(id, record.line);
    if (managerId.toLowerCase() === id) return reject(reason('own-manager'));
    if (managerId !== '-' && !isKnown(managerId)) return reject(reason('unknown-manager', { value: managerId }));
    return each;
  });
}

function linksOf(
  settled: readonly Judged[],
  read: (record: CsvRecord) => { employeeId: string; managerId: string } | undefined,
): HrRow[] {
  const taken = new Set(
    settled.flatMap(({ row }) => {
      const id = row && ('told' in row ? row.told.employeeId : row.outside.employeeId);
      return id ? [id.toLowerCase()] : [];
    }),
  );
  return settled.flatMap(({ record, reason: why }) => {
    const outside = why && read(record);
    if (!outside || taken.has(outside.employeeId.toLowerCase())) return [];
    taken.add(outside.employeeId.toLowerCase());
    return [{ line: record.line, outside }];
  });
}
