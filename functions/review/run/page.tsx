import type { PersonId } from '../../../events/ids.ts';
import { mayRerun } from '../../../shared/cohort/pair-up.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import { number } from '../../../shared/desk/format.ts';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Run, RunResult } from '../../../shared/pairing/run.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { type Texts, texts } from './texts.ts';

interface View {
  readonly run: Run;
  /** Absent until the run has found something. */
  readonly result: RunResult | undefined;
  readonly people: ReadonlyMap<PersonId, Participant>;
  /** An approval was refused just now: people changed. */
  readonly changed: boolean;
  readonly nextId: string;
}

export function runPage(visit: CohortVisit, { run, result, people, changed, nextId }: View): Reply {
  const { cohort, language } = visit;
  const text = texts[language];
  const home = homeOf(cohort.cohortId);
  const here = `${home}/runs/${run.runId}`;
  return cohortReply(visit, {
    title: text.title,
    status: changed ? 409 : 200,
    children: (
      <>
        <h1>{text.title}</h1>
        {changed ? (
          <div class="note care" role="alert">
            <h2>{text.changedTitle}</h2>
            <p>{text.changed}</p>
          </div>
        ) : (
          <p class="lead" role="status">
            {stateText(run, text)}
          </p>
        )}
        <div class="actions">
          {run.state === 'requested' ? (
            <a class="button" href={here}>
              {text.reload}
            </a>
          ) : null}
          {run.state === 'proposed' && result && result.pairs.length > 0 && !changed ? (
            <Action to={here} label={text.approve(result.pairs.length)} />
          ) : null}
          {mayRerun(cohort, run, visit.trigger.at) ? (
            <Action to={`${home}/runs`} label={text.rerun} plain={!changed} fields={{ run: nextId }} />
          ) : null}
          {run.state === 'approved' ? (
            <a class="button" href={`${home}/pairs`}>
              {text.toPairs}
            </a>
          ) : null}
          {run.state === 'superseded' && cohort.latestRunId !== run.runId ? (
            <a href={`${home}/runs/${cohort.latestRunId}`}>{text.newest}</a>
          ) : null}
        </div>
        {result ? <Result visit={visit} result={result} people={people} text={text} here={here} /> : null}
      </>
    ),
  });
}

function stateText({ state, why }: Run, text: Texts): string {
  if (state === 'proposed') return text.lead;
  return state === 'failed' ? [text.failed, text.failures[why ?? '']].filter(Boolean).join(' ') : text[state];
}

interface Shown {
  readonly visit: CohortVisit;
  readonly result: RunResult;
  readonly people: View['people'];
  readonly text: Texts;
  readonly here: string;
}

function Result({ visit, result, people, text, here }: Shown) {
  const { language } = visit;
  const name = (personId: PersonId) => people.get(personId)?.name ?? '–';
  const role = (personId: PersonId) => {
    const person = people.get(personId);
    return person ? words[language].role[person.role] : '–';
  };
  const rules = [...new Set(result.pairs.flatMap(({ points }) => Object.keys(points)))];
  const page = paged(result.pairs, visit.request.query.get('page'));
  type PairRow = RunResult['pairs'][number];
  return (
    <>
      <ul class="cards figures">
        {(['pairs', 'unmatched', 'refused'] as const).map((kind) => (
          <li key={kind}>
            <span class="figure">{number(result[kind].length, language)}</span> {text.figures[kind]}
          </li>
        ))}
      </ul>
      <h2>{text.pairs}</h2>
      <Table
        caption={text.pairs}
        empty={text.noPairs}
        rows={page.rows}
        columns={[
          { title: words[language].role.junior, cell: ({ junior }: PairRow) => name(junior) },
          { title: words[language].role.senior, cell: ({ senior }: PairRow) => name(senior) },
          ...rules.map((rule) => ({
            title: text.points[rule] ?? rule,
            number: true,
            cell: ({ points }: PairRow) => number(points[rule] ?? 0, language, 1),
          })),
          {
            title: text.total,
            number: true,
            cell: ({ total }: PairRow) => <strong>{number(total, language, 1)}</strong>,
          },
        ]}
      />
      <Pager {...page} language={language} href={(to) => `${here}?page=${to}`} />
      <h2>{text.unmatched}</h2>
      <Table
        caption={text.unmatched}
        empty={text.noUnmatched}
        rows={result.unmatched}
        columns={[
          { title: text.name, cell: ({ person }) => name(person) },
          { title: text.role, cell: ({ person }) => role(person) },
          {
            title: text.why,
            cell: ({ reasons }) =>
              Object.entries(reasons)
                .sort(([, a], [, b]) => b - a)
                .map(([rule, count]) => `${text.rules[rule] ?? rule} (${text.others(count)})`)
                .join('; ') || '–',
          },
        ]}
      />
      {result.refused.length > 0 ? (
        <>
          <h2>{text.refused}</h2>
          <Table
            caption={text.refused}
            empty=""
            rows={result.refused}
            columns={[
              { title: text.name, cell: ({ person }) => name(person) },
              { title: text.role, cell: ({ person }) => role(person) },
              { title: text.rule, cell: ({ rule }) => text.rules[rule] ?? rule },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
