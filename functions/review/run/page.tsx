import type { PersonId } from '../../../events/ids.ts';
import { mayRerun } from '../../../shared/cohort/pair-up.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import { moment } from '../../../shared/desk/format.ts';
import type { readProgress } from '../../../shared/pairing/progress.ts';
import type { Run, RunResult } from '../../../shared/pairing/run.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { Approved } from './approved.tsx';
import { Comparison } from './comparison.tsx';
import { Computing, looksAgain } from './computing.tsx';
import { diffOf } from './diff.ts';
import { Edits } from './edits.tsx';
import { Failed } from './failed.tsx';
import type { Stale } from './load.ts';
import { Review } from './review.tsx';
import { type Texts, texts } from './texts.ts';

export interface View {
  readonly run: Run;
  /** Absent until the run has found something. */
  readonly result: RunResult | undefined;
  /** The proposal that this one took the place of. */
  readonly before: { readonly run: Run; readonly result: RunResult } | undefined;
  readonly people: ReadonlyMap<PersonId, Participant>;
  /** While it is computed, and only after it has begun. */
  readonly progress: Awaited<ReturnType<typeof readProgress>>;
  readonly stale: Stale;
  /** The approval was refused just now. */
  readonly refused: boolean;
  readonly nextId: string;
}

export interface Part {
  readonly visit: CohortVisit;
  readonly view: View;
  readonly text: Texts;
  /** Path of this page. */
  readonly here: string;
  readonly name: (personId: PersonId) => string;
}

export function runPage(visit: CohortVisit, view: View): Reply {
  const { cohort, language } = visit;
  const { run, result, people, refused } = view;
  const text = texts[language];
  const here = `${homeOf(cohort.cohortId)}/runs/${run.runId}`;
  const name = (personId: PersonId) => people.get(personId)?.name ?? '–';
  const part: Part = { visit, view, text, here, name };
  const diff = view.before && result ? diffOf(view.before.result, result) : undefined;
  const reply = cohortReply(visit, {
    title: text.title,
    tab: 'runs',
    status: refused ? 409 : 200,
    children: (
      <>
        <h1>{text.of(moment(run.requestedAt, language, cohort.timeZone))}</h1>
        <State {...part} />
        {result && diff && run.state !== 'approved' ? <Comparison {...part} diff={diff} /> : null}
        {result ? <Review {...part} result={result} diff={diff} /> : null}
      </>
    ),
  });
  return looksAgain(part) ? { ...reply, headers: { ...reply.headers, refresh: '3' } } : reply;
}

/** Where the run stands, and what HR can do about it. */
function State(part: Part) {
  const { visit, view, text, here } = part;
  const { cohort, member } = visit;
  const { run, result, stale, nextId } = view;
  const home = homeOf(cohort.cohortId);
  const writes = member.role !== 'reader';
  return (
    <>
      {run.state === 'requested' ? <Computing {...part} /> : null}
      {run.state === 'failed' ? <Failed {...part} /> : null}
      {run.state === 'approved' ? <Approved {...part} /> : null}
      {run.state === 'superseded' ? <p class="lead">{text.superseded}</p> : null}
      {run.state === 'proposed' ? <p class="lead">{text.lead}</p> : null}
      {stale ? (
        <div class="note care" role="alert">
          <h2>{text.changedTitle}</h2>
          <p>{text.changed[stale]}</p>
          <Edits {...part} />
        </div>
      ) : null}
      <div class="actions">
        {writes && run.state === 'proposed' && result && result.pairs.length > 0 && !stale ? (
          <Action to={here} label={text.approve(result.pairs.length)} />
        ) : null}
        {writes && mayRerun(cohort, run, visit.trigger.at) && cohort.latestRunId === run.runId ? (
          <Action to={`${home}/runs`} label={text.rerun} plain={!stale} fields={{ run: nextId }} />
        ) : null}
        {run.state === 'approved' ? (
          <a class="button" href={`${home}/pairs`}>
            {text.toPairs}
          </a>
        ) : null}
        {cohort.latestRunId && cohort.latestRunId !== run.runId ? (
          <a href={`${home}/runs/${cohort.latestRunId}`}>{text.newest}</a>
        ) : null}
        {run.state === 'proposed' || run.state === 'failed' ? <a href={`${home}/rules`}>{text.toRules}</a> : null}
      </div>
    </>
  );
}
