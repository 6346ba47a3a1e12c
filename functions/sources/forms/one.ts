import { examples, freshExample } from '../../../shared/source/source.ts';
import type { Submission } from '../../../shared/submission/submission.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { allSubmissions } from '../submissions/list.tsx';
import type { SourceVisit } from '../visit.ts';
import { onePage, type Told } from './one-page.tsx';

/** GET /desk/cohorts/{cohort}/sources/{source}: whether anything arrives, what it is read as, and how it is set up. */
export const showSource = (visit: SourceVisit): Promise<Reply> => show(visit);

export async function show(visit: SourceVisit, told: Told = {}): Promise<Reply> {
  const { needs, source, trigger } = visit;
  const [example, waiting] = await Promise.all([needs.table.get(examples, source), rejectedOf(visit)]);
  return onePage(visit, { example: freshExample(example, trigger.at), waiting: waiting.length, told });
}

/** What came by this form, could not be taken and is kept word for word. */
export async function rejectedOf({ needs, cohort, source }: SourceVisit): Promise<Submission[]> {
  const all = await allSubmissions(needs.table, cohort.cohortId);
  return all.filter(
    ({ state, sourceId, answers }) => state === 'rejected' && sourceId === source.sourceId && answers !== undefined,
  );
}
