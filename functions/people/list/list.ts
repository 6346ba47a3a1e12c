import { cohortOfPeople } from '../../../shared/desk/all-of.ts';
import type { CohortVisit } from '../../../shared/desk/cohort-visit.ts';
import { missingOf } from '../../../shared/desk/missing.ts';
import { lastSettled, standingsIn } from '../../../shared/desk/standing.ts';
import { allRuns, visibleOf } from '../../../shared/desk/visible-of.ts';
import { readResult } from '../../../shared/pairing/result-pages.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { askedIn } from './asked.ts';
import { directory } from './directory.ts';
import { listPage } from './page.tsx';

/** GET /desk/cohorts/{cohort}/people */
export async function people(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const { cohortId } = cohort;
  const [visible, runs, asked] = await Promise.all([
    visibleOf(needs.table, cohortId),
    allRuns(needs.table, cohortId),
    askedIn(request.query, needs.table, cohortId),
  ]);
  const run = lastSettled(runs);
  const standing = standingsIn(visible, run && { run, result: await readResult(needs.table, run) });
  const facts = {
    partsOf: (each: Parameters<typeof standing.of>[0]) => [each.state, ...standing.of(each)],
    missingOf: (each: Parameters<typeof standing.of>[0]) => missingOf(each, visible),
  };
  const found = await directory(cohortOfPeople(needs.table, cohortId), asked, facts, language);
  return listPage(visit, asked, found, { standing, missingOf: facts.missingOf });
}
