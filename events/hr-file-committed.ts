import { defineEvent } from './define.ts';
import { CohortId, Cursor, UploadId } from './ids.ts';

export const HrFileCommitted = defineEvent(
  'hr-file.committed',
  1,
  { uploadId: UploadId, cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said by the desk when HR commits a checked HR file. Heard by the import, which turns each line into a submission.',
    sample: { uploadId: 'upl_01jqa2b3c4d5' as UploadId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
