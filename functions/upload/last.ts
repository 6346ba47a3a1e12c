import { hrImports } from '../../shared/submission/hr-import.ts';
import { uploadOf } from './find.ts';
import type { CohortVisit } from './visit.ts';

/** The file that was committed last, and whether its upload is still there to be undone. */
export async function lastOf(visit: CohortVisit) {
  const last = (await visit.needs.table.get(hrImports, visit.cohort))?.last;
  const upload = last && (await uploadOf(visit, last.uploadId));
  return { last, open: upload?.state === 'committed' };
}
