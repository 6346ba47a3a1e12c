import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, UploadId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { columnNames } from './columns.ts';
import type { Mapping } from './mapping.ts';
import { Reason } from './reasons.ts';

/** A line that was not taken, for HR to correct. */
export const RejectedLine = z.object({ line: z.int(), name: z.string(), reason: Reason });
export type RejectedLine = z.infer<typeof RejectedLine>;

/** What stays of a cohort's HR files from one to the next: one for each cohort. */
export const HrImport = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  columns: z.record(z.string(), z.enum(['', ...columnNames])),
  levels: z.record(z.string(), z.int().check(z.minimum(0), z.maximum(30))),
  /** The file that is being taken back just now: until it is, nobody is written to and no other file is taken in. */
  undoing: z.optional(UploadId),
  /** The file that was committed last. */
  last: z.optional(
    z.object({
      uploadId: UploadId,
      committedAt: Instant,
      /** Since then HR has sent letters: what they rest on is not taken back. */
      sentAt: z.optional(Instant),
      good: z.int(),
      /** All of them, and the first 500. */
      rejectedLines: z.int(),
      rejected: z.array(RejectedLine),
    }),
  ),
});
export type HrImport = z.infer<typeof HrImport>;
export const hrImports = noun('hr-import', HrImport, keys.hrImport);

export const mappingOf = (known: HrImport | undefined): Mapping => known ?? { columns: {}, levels: {} };
