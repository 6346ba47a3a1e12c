import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, UploadId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';

/** As what a file was read. */
export const Source = z.object({
  as: z.enum(['UTF-8', 'UTF-16', 'Windows-1252', 'Excel']),
  sheet: z.optional(z.string()),
  otherSheets: z.optional(z.array(z.string())),
});

/** A checked HR file that waits for HR's commit; it and its pages are gone after 24 hours. */
export const Upload = z.object({
  ...aggregateFields,
  uploadId: UploadId,
  cohortId: CohortId,
  /** `unmapped`: HR must say first what its columns or levels mean. */
  state: z.enum(['unmapped', 'checked', 'committed', 'undoing', 'undone']),
  checkedAt: Instant,
  pages: z.int(),
  /** All of its lines are on their way to their people. */
  takenInAt: z.optional(Instant),
  good: z.int(),
  rejected: z.int(),
  source: z.optional(Source),
  /** Of the file's own cells; absent on uploads of before they were kept. */
  rawPages: z.optional(z.int()),
});
export type Upload = z.infer<typeof Upload>;
export const uploads = noun('upload', Upload, keys.upload);
