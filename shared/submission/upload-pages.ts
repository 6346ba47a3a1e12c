import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import type { UploadId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import { packPages, unpackPage } from '../table/pages.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { HrFile } from './hr-file.ts';
import { Reason } from './reasons.ts';
import { HrRow } from './submission.ts';

const Entry = z.union([
  HrRow,
  z.object({ line: z.int(), rejected: Reason, name: z.string(), employeeId: z.optional(z.string()) }),
  z.object({ ignoredColumn: z.string() }),
]);
type Entry = z.infer<typeof Entry>;

type HrFileRead = Extract<HrFile, { ok: true }>;

/** What waits in an upload's pages for HR's commit. */
export interface UploadContent {
  readonly rows: readonly HrRow[];
  readonly rejected: HrFileRead['rejected'];
  readonly ignoredColumns: readonly string[];
}

/** Uploads are temporary: they hold addresses. */
const hoursKept = 24;
/** From the commit on, that a file outlasts a day on which nothing is heard of it; so long it can be undone, too. */
const hoursCommitted = 48;
const expiry = (at: Instant, hours: number): number => Math.floor(Date.parse(at) / 1000) + hours * 3600;
export const uploadExpiry = (at: Instant): number => expiry(at, hoursKept);
export const committedExpiry = (at: Instant): number => expiry(at, hoursCommitted);

/** Writes the pages of a checked file and answers how many there are; the upload item is the caller's to write. */
export async function writeUploadPages(
  table: Table,
  uploadId: UploadId,
  file: HrFileRead,
  at: Instant,
): Promise<number> {
  const entries: Entry[] = [
    ...file.rows,
    ...file.links,
    ...file.rejected.map(({ reason, ...rest }) => ({ ...rest, rejected: reason })),
    ...file.ignoredColumns.map((ignoredColumn) => ({ ignoredColumn })),
  ];
  const pages = packPages(entries);
  const expiresAt = uploadExpiry(at);
  await table.putPages(
    pages.map((page, number) => ({ ...keys.uploadPage({ uploadId }, number), schema: 1, page, expiresAt })),
  );
  return pages.length;
}

/** Before a file is committed: its pages are kept as long as whoever takes them in may need them. */
export async function keepCommitted(
  table: Table,
  { uploadId, pages }: { uploadId: UploadId; pages: number },
  at: Instant,
): Promise<void> {
  const expiresAt = committedExpiry(at);
  const items = await Promise.all(
    Array.from({ length: pages }, (_, number) => table.read(keys.uploadPage({ uploadId }, number))),
  );
  await table.putPages(
    items.flatMap((item, number) => (item ? [{ ...item, ...keys.uploadPage({ uploadId }, number), expiresAt }] : [])),
  );
}

/** One page of an upload, without the pages around it: the import works page by page. */
export async function readUploadPage(table: Table, uploadId: UploadId, number: number): Promise<UploadContent> {
  const item = await table.read(keys.uploadPage({ uploadId }, number));
  // Never as if it had been empty: its lines would be lost without a word.
  if (!(item?.page instanceof Uint8Array)) throw new Error(`page ${number} of the upload ${uploadId} is missing`);
  const entries = z.array(Entry).parse(unpackPage(item.page));
  return {
    rows: entries.filter((each) => 'told' in each || 'outside' in each),
    rejected: entries.flatMap((each) =>
      'rejected' in each
        ? [{ line: each.line, reason: each.rejected, name: each.name, employeeId: each.employeeId }]
        : [],
    ),
    ignoredColumns: entries.flatMap((each) => ('ignoredColumn' in each ? [each.ignoredColumn] : [])),
  };
}

export async function readUpload(table: Table, upload: { uploadId: UploadId; pages: number }): Promise<UploadContent> {
  const numbers = Array.from({ length: upload.pages }, (_, number) => number);
  const pages = await Promise.all(numbers.map((number) => readUploadPage(table, upload.uploadId, number)));
  return {
    rows: pages.flatMap(({ rows }) => rows),
    rejected: pages.flatMap(({ rejected }) => rejected),
    ignoredColumns: pages.flatMap(({ ignoredColumns }) => ignoredColumns),
  };
}
