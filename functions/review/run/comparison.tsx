import type { PersonId } from '../../../events/ids.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { number } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { type Diff, nameOf, sameResult } from './diff.ts';
import type { Part } from './page.tsx';

/** What this run changes against the proposal before it. */
export function Comparison({ visit, view, text, name, diff }: Part & { diff: Diff }) {
  const { language, cohort } = visit;
  const { run, result, before } = view;
  if (!before || !result) return null;
  const same = result.pairs.length - diff.fresh.size;
  const fresh = result.pairs.filter((pair) => diff.fresh.has(nameOf(pair)));
  const measures = ['people', 'worst', 'total'] as const;
  const names = (people: readonly PersonId[]) =>
    people
      .map(name)
      .sort((a, b) => a.localeCompare(b, language))
      .join(', ');
  return (
    <section class="sheet" id="diff">
      <h2>{text.diffTitle}</h2>
      <p>{sameResult(diff) ? text.diffNone : text.diffSame(same)}</p>
      {before.run.objective && run.objective ? (
        <Table
          caption={text.diffTitle}
          empty=""
          rows={measures}
          columns={[
            { title: text.measure, cell: (measure) => text.measures[measure] },
            {
              title: text.before,
              number: true,
              cell: (measure) => number(before.run.objective?.[measure] ?? 0, language),
            },
            {
              title: text.now,
              number: true,
              cell: (measure) => <strong>{number(run.objective?.[measure] ?? 0, language)}</strong>,
            },
          ]}
        />
      ) : null}
      <div class="columns">
        <Twos title={text.diffFresh(fresh.length)} list={fresh} name={name} />
        <Twos title={text.diffGone(diff.gone.length)} list={diff.gone} name={name} />
      </div>
      {diff.gained.length > 0 ? (
        <p>
          <strong>{text.diffGained}:</strong> {names(diff.gained)}
        </p>
      ) : null}
      {diff.lost.length > 0 ? (
        <p>
          <strong>{text.diffLost}:</strong> {names(diff.lost)}
        </p>
      ) : null}
      <p>
        <a href={`${homeOf(cohort.cohortId)}/runs/${before.run.runId}`}>{text.toBefore}</a>
      </p>
    </section>
  );
}

/** A long list is folded. */
const mostOpen = 12;

function Twos({ title, list, name }: { title: string; list: Diff['gone']; name: Part['name'] }) {
  if (list.length === 0) return null;
  return (
    <details open={list.length <= mostOpen}>
      <summary>{title}</summary>
      <ul>
        {list.map((pair) => (
          <li key={nameOf(pair)}>
            {name(pair.junior)} · {name(pair.senior)}
          </li>
        ))}
      </ul>
    </details>
  );
}
