import { mayPair } from '../../../shared/cohort/pair-up.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import { moment, number } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import type { Run } from '../../../shared/pairing/run.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { texts } from './texts.ts';

interface View {
  readonly runs: readonly Run[];
  /** Somebody has said yes, so that a run makes sense. */
  readonly confirmed: boolean;
  readonly nextId: string;
}

export function listPage(visit: CohortVisit, { runs, confirmed, nextId }: View): Reply {
  const { cohort, language, member } = visit;
  const text = texts[language];
  const home = homeOf(cohort.cohortId);
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value, language));
  return cohortReply(visit, {
    title: text.title,
    tab: 'runs',
    children: (
      <>
        <h1>{text.list}</h1>
        {runs.length === 0 && !confirmed ? <p class="lead">{text.noRunsYet}</p> : null}
        {mayPair(cohort) && confirmed && member.role !== 'reader' ? (
          <div class="actions">
            <Action
              to={`${home}/runs`}
              label={runs.length === 0 ? text.start : text.rerun}
              plain={runs.length > 0}
              fields={{ run: nextId }}
            />
          </div>
        ) : null}
        <Table
          caption={text.list}
          empty={text.noRuns}
          rows={runs}
          columns={[
            {
              title: text.when,
              cell: ({ runId, requestedAt }: Run) => (
                <a href={`${home}/runs/${runId}`}>{moment(requestedAt, language, cohort.timeZone)}</a>
              ),
            },
            {
              title: text.state,
              cell: ({ state }: Run) => (
                <span class={state === 'failed' ? 'badge care' : 'badge'}>{text.states[state]}</span>
              ),
            },
            { title: text.measures.people, number: true, cell: ({ objective }: Run) => count(objective?.people) },
            { title: text.unmatched, number: true, cell: ({ counts }: Run) => count(counts?.unmatched) },
            { title: text.measures.worst, number: true, cell: ({ objective }: Run) => count(objective?.worst) },
            { title: text.measures.total, number: true, cell: ({ objective }: Run) => count(objective?.total) },
          ]}
        />
      </>
    ),
  });
}
