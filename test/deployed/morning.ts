import { randomBytes } from 'node:crypto';
import type { EventDefinition } from '../../events/define.ts';
import { CohortId, RunId } from '../../events/ids.ts';
import { SettlingDue } from '../../events/settling-due.ts';

type Said = typeof SettlingDue extends EventDefinition<string, infer Data> ? Data : never;

/**
 * What the timer of a run says the next morning. HR sees the pairs of a run only then, so that nobody can tell from the
 * hour who has said what; a test that cannot move the clock says it itself.
 */
export function morningOf(runPath: string, at = new Date()) {
  const [, cohort, run] = /\/cohorts\/([^/]+)\/runs\/([^/?]+)/.exec(runPath) ?? [];
  const said: Said = { cohortId: CohortId.parse(cohort), runId: RunId.parse(run) };
  const detail = SettlingDue.detail.parse({
    ...said,
    eventId: `evt_${randomBytes(16).toString('hex')}`,
    occurredAt: at.toISOString(),
    correlationId: 'test-deployed',
  });
  return { detailType: SettlingDue.detailType, detail };
}
