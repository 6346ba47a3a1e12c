import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import type { UploadId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import { packPages, unpackPage } from '../table/pages.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { CsvRecord, RawSheet, Sheet } from './decode.ts';
import { Source } from './upload.ts';
import { uploadExpiry } from './upload-pages.ts';

const Line = z.object({ line: z.int(), cells: z.array(z.string()) });
/** The lines after the name of another sheet are that sheet's. */
const Entry = z.union([z.object({ source: Source, header: Line }), z.object({ otherSheet: z.string() }), Line]);

/** Keeps a file's own cells as long as its upload, so that HR may say anew what they mean; answers how many pages. */
export async function writeRawPages(table: Table, uploadId: UploadId, sheet: Sheet, at: Instant): Promise<number> {
  const { source, header, records, others = [] } = sheet;
  const beside = others.flatMap((other) => [{ otherSheet: other.name }, ...other.records]);
  const pages = packPages([{ source, header }, ...records, ...beside]);
  const expiresAt = uploadExpiry(at);
  await table.putPages(
    pages.map((page, number) => ({ ...keys.uploadRawPage({ uploadId }, number), schema: 1, page, expiresAt })),
  );
  return pages.length;
}

export async function readRawPages(table: Table, uploadId: UploadId, count: number): Promise<Sheet> {
  const pages = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const item = await table.read(keys.uploadRawPage({ uploadId }, number));
      if (!(item?.page instanceof Uint8Array))
        throw new Error(`raw page ${number} of the upload ${uploadId} is missing`);
      return z.array(Entry).parse(unpackPage(item.page));
    }),
  );
  const [first, ...rest] = pages.flat();
  if (!first || !('header' in first)) throw new Error(`the upload ${uploadId} has no header`);
  const records: CsvRecord[] = [];
  const others: (RawSheet & { records: CsvRecord[] })[] = [];
  for (const entry of rest) {
    if ('cells' in entry) (others.at(-1)?.records ?? records).push(entry);
    else if ('otherSheet' in entry) others.push({ name: entry.otherSheet, records: [] });
  }
  return { ok: true, ...first, records, others };
}
