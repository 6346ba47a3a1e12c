import { defineEvent } from './define.ts';
import { CohortId, SubmissionId } from './ids.ts';

export const SubmissionReceived = defineEvent(
  'submission.received',
  1,
  { submissionId: SubmissionId, cohortId: CohortId },
  {
    about:
      'Said by the import, the enrolment form, a form elsewhere, and the desk when HR corrects or adds facts. Heard by enrolment, which makes or updates the participant.',
    sample: { submissionId: 'sub_01jqa2b3c4d5' as SubmissionId, cohortId: 'coh_01jqa2b3c4d5' as CohortId },
  },
);
