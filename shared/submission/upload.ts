import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, UploadId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';

/** A checked HR file that waits for HR's commit; it and its pages are gone after 24 hours. */
export const Upload = z.object({
  ...aggregateFields,
  uploadId: UploadId,
  cohortId: CohortId,
  state: z.enum(['checked', 'committed']),
  checkedAt: Instant,
  pages: z.int(),
  good: z.int(),
  rejected: z.int(),
  /** As what the file was read. */
  source: z.optional(
    z.object({
      as: z.enum(['UTF-8', 'UTF-16', 'Windows-1252', 'Excel']),
      sheet: z.optional(z.string()),
      otherSheets: z.optional(z.array(z.string())),
    }),
  ),
});
export type Upload = z.infer<typeof Upload>;
export const uploads = noun('upload', Upload, keys.upload);
