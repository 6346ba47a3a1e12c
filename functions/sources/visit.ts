import { SourceId, SubmissionId } from '../../events/ids.ts';
import type { CohortVisit as AnyCohortVisit } from '../../shared/desk/cohort-visit.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';
import { missingReply } from '../../shared/desk/refused.tsx';
import type { SourceSecrets } from '../../shared/keys/source-secrets.dynamodb.ts';
import { type Source, sources } from '../../shared/source/source.ts';
import { type Submission, submissions } from '../../shared/submission/submission.ts';
import type { Reply } from '../../shared/web/http.ts';

/** What these rooms work with beyond what every room does; the handler wires it. */
export interface Needs extends EveryRoom {
  /** They put secrets and take them away; they cannot read one. */
  readonly secrets: Pick<SourceSecrets, 'put' | 'takeAway'>;
  readonly randomSecret: () => Uint8Array;
  /** What the address of a form begins with. */
  readonly origin: string;
}
export type CohortVisit = AnyCohortVisit<Needs>;

export interface SubmissionVisit extends CohortVisit {
  readonly submission: Submission;
}
export interface SourceVisit extends CohortVisit {
  readonly source: Source;
}

export const submissionsOf = ({ cohort }: CohortVisit): string => `${homeOf(cohort.cohortId)}/submissions`;
export const sourcesOf = ({ cohort }: CohortVisit): string => `${homeOf(cohort.cohortId)}/sources`;

/** The page of one submission of this cohort. */
export const withSubmission =
  (answer: (visit: SubmissionVisit) => Promise<Reply>) =>
  async (visit: CohortVisit): Promise<Reply> => {
    const submissionId = SubmissionId.safeParse(visit.params.submission);
    const { cohortId } = visit.cohort;
    const submission = submissionId.success
      ? await visit.needs.table.get(submissions, { cohortId, submissionId: submissionId.data })
      : undefined;
    return submission ? answer({ ...visit, submission }) : missingReply(visit);
  };

/** The page of one source of this cohort: one of another cohort does not exist here. */
export const withSource =
  (answer: (visit: SourceVisit) => Promise<Reply>) =>
  async (visit: CohortVisit): Promise<Reply> => {
    const sourceId = SourceId.safeParse(visit.params.source);
    const source = sourceId.success ? await visit.needs.table.get(sources, { sourceId: sourceId.data }) : undefined;
    return source?.cohortId === visit.cohort.cohortId ? answer({ ...visit, source }) : missingReply(visit);
  };
