import { defineEvent } from './define.ts';
import { CohortId, Cursor, UploadId } from './ids.ts';

export const HrFileUndone = defineEvent(
  'hr-file.undone',
  1,
  { uploadId: UploadId, cohortId: CohortId, cursor: Cursor },
  {
    about:
      'Said by the desk when HR undoes the last HR file, before anything was mailed. Heard by the import, which takes each line back.',
    sample: { uploadId: 'upl_01jqa2b3c4d5' as UploadId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
