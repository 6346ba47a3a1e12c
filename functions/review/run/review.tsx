import { number } from '../../../shared/desk/format.ts';
import { Pager, paged, Table } from '../../../shared/desk/table.tsx';
import { words as deskWords } from '../../../shared/desk/words.ts';
import type { RunResult } from '../../../shared/pairing/run.ts';
import { words } from '../words.ts';
import type { Diff } from './diff.ts';
import { FilterForm } from './filter-form.tsx';
import type { Part } from './page.tsx';
import { Pairs } from './pairs.tsx';
import { fits, hrefOf, narrowed, readQuery, rowsOf } from './query.ts';
import { sentences } from './sentences.ts';
import { Unmatched } from './unmatched.tsx';

export interface Shown extends Part {
  readonly result: RunResult;
  /** Soft rules that have a weight in this run. */
  readonly rules: readonly string[];
}

/** So many pairs stand on one page. */
const perPage = 50;

/** What a run found: how good it is, its pairs, and who is left over. */
export function Review(part: Part & { result: RunResult; diff: Diff | undefined }) {
  const { visit, view, text, here, name, result, diff } = part;
  const { language, request } = visit;
  const { run, people } = view;
  const word = words[language];
  const roles = deskWords[language].role;
  const rules = Object.entries(run.rules.weights).flatMap(([rule, weight]) => (weight > 0 ? [rule] : []));
  const most = Object.values(run.rules.weights).reduce((sum, weight) => sum + weight, 0);
  const count = (value: number) => number(value, language);
  const query = readQuery(request.query, rules);
  const rows = rowsOf(result, query, { people, fresh: diff?.fresh ?? new Set(), roles, language });
  const page = paged(rows, query.page, perPage);
  const left = result.unmatched.filter(({ person }) => fits(query.text, [people.get(person)], roles));
  const shown: Shown = { ...part, rules };
  const onlyPairs = query.only === 'changed' || query.only === 'pinned' || query.below !== undefined;
  return (
    <>
      {run.objective ? (
        <p class="objective">{sentences[language].objective(run.objective, result.unmatched.length, most, count)}</p>
      ) : null}
      <ul class="cards figures">
        {(['pairs', 'unmatched', 'refused'] as const).map((kind) => (
          <li key={kind}>
            <span class="figure">{count(result[kind].length)}</span> {text.figures[kind]}
          </li>
        ))}
      </ul>
      {result.pairs.length > 0 ? <FilterForm {...shown} query={query} diff={diff !== undefined} /> : null}
      {query.only === 'unmatched' ? null : (
        <section id="pairs">
          <h2>{text.pairs}</h2>
          {narrowed(query) ? <p role="status">{text.shown(rows.length, result.pairs.length)}</p> : null}
          {rows.length === 0 ? (
            <p class="quiet">{result.pairs.length === 0 ? text.noPairs : text.noRows}</p>
          ) : (
            <Pairs {...shown} rows={page.rows} query={query} />
          )}
          <Pager {...page} language={language} href={(to) => `${hrefOf(here, query, { page: String(to) })}#pairs`} />
        </section>
      )}
      {onlyPairs ? null : <Unmatched {...shown} list={left} all={result.unmatched.length} />}
      {result.refused.length > 0 && !narrowed(query) ? (
        <>
          <h2>{text.refused}</h2>
          <Table
            caption={text.refused}
            empty=""
            rows={result.refused}
            columns={[
              { title: text.name, cell: ({ person }) => name(person) },
              {
                title: text.role,
                cell: ({ person }) => {
                  const role = people.get(person)?.role;
                  return role ? roles[role] : '–';
                },
              },
              { title: text.rule, cell: ({ rule }) => word.broken[rule] ?? rule },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
