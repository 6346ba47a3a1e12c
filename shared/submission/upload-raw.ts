import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import type { UploadId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import { packPages, unpackPage } from '../table/pages.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { Sheet } from './decode.ts';
import { Source } from './upload.ts';
import { uploadExpiry } from './upload-pages.ts';

const Line = z.object({ line: z.int(), cells: z.array(z.string()) });
const Entry = z.union([z.object({ source: Source, header: Line }), Line]);

/** Keeps a file's own cells as long as its upload, so that HR may say anew what they mean; answers how many pages. */
export async function writeRawPages(table: Table, uploadId: UploadId, sheet: Sheet, at: Instant): Promise<number> {
  const { source, header, records } = sheet;
  const pages = packPages([{ source, header }, ...records]);
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
  const [first, ...records] = pages.flat();
  if (!first || !('header' in first)) throw new Error(`the upload ${uploadId} has no header`);
  return { ok: true, ...first, records: records.filter((each) => 'cells' in each) };
}
