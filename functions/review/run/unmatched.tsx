import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { number } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { words as deskWords } from '../../../shared/desk/words.ts';
import type { Change, RunResult } from '../../../shared/pairing/run.ts';
import { Undo } from '../rules/undo.tsx';
import { words } from '../words.ts';
import { Who } from './pairs.tsx';
import type { Shown } from './review.tsx';
import { sentences } from './sentences.ts';

type Left = RunResult['unmatched'][number];

/** Who is left over: which rules stood in the way how often, and the least that would help. */
export function Unmatched(props: Shown & { list: readonly Left[]; all: number }) {
  const { visit, view, text, list, all } = props;
  const { language } = visit;
  const word = words[language];
  return (
    <section id="unmatched">
      <h2>{text.unmatched}</h2>
      <Table
        caption={text.unmatched}
        empty={all === 0 ? text.noUnmatched : text.noUnmatchedRows}
        rows={list}
        columns={[
          { title: text.name, cell: ({ person }) => <Who person={view.people.get(person)} text={text} /> },
          {
            title: text.role,
            cell: ({ person }) => {
              const role = view.people.get(person)?.role;
              return role ? deskWords[language].role[role] : '–';
            },
          },
          {
            title: text.why,
            cell: ({ reasons }) =>
              Object.entries(reasons)
                .sort(([, a], [, b]) => b - a)
                .map(([rule, count]) => `${word.broken[rule] ?? rule} (${text.others(count)})`)
                .join('; ') || '–',
          },
          {
            title: text.helps,
            cell: ({ person, smallestChange }) =>
              smallestChange ? <Helps {...props} left={person} change={smallestChange} /> : '–',
          },
        ]}
      />
    </section>
  );
}

function Helps({ visit, view, text, here, name, left, change }: Shown & { left: Left['person']; change: Change }) {
  const { language, cohort, member } = visit;
  const { rule } = words[language];
  const { partner, rules, minLevelGap, minOverlapHours, place } = change;
  const home = homeOf(cohort.cohortId);
  const values = {
    ...(minLevelGap === undefined ? {} : { minLevelGap: String(minLevelGap) }),
    ...(minOverlapHours === undefined ? {} : { minOverlapHours: String(minOverlapHours) }),
  };
  // As exact as the value that would do: rounded up, it would not help.
  const count = (value: number) => number(value, language, 2);
  const acts = view.run.state === 'proposed' && member.role !== 'reader';
  const isValue = rules.length > 0 && rules.length === Object.keys(values).length;
  const places = view.people.get(partner)?.capacity;
  const [blocked] = rules.includes('blocked')
    ? cohort.rules.blocks.filter((two) => two.includes(partner) && two.includes(left))
    : [];
  return (
    <>
      {sentences[language].helps(change, name(partner), (each) => rule[each] ?? each, count)}
      {acts && isValue ? (
        <>
          {' '}
          <a href={`${home}/rules/preview?${new URLSearchParams(values)}`}>{text.tryRule}</a>
        </>
      ) : null}
      {acts && place && rules.length === 0 && places !== undefined ? (
        <form method="post" action={`${home}/runs/places`} class="actions">
          <input type="hidden" name="person" value={partner} />
          <input type="hidden" name="seen" value={places} />
          <input type="hidden" name="back" value={`${here}#unmatched`} />
          <button type="submit" class="plain small">
            {text.onePlace(name(partner))}
          </button>
          <span class="quiet">{text.askFirst}</span>
        </form>
      ) : null}
      {acts && blocked ? (
        <Undo
          visit={visit}
          two={blocked}
          back={`${here}#unmatched`}
          label={text.unblock}
          says={text.undoOf(name(blocked[0]), name(blocked[1]))}
        />
      ) : null}
    </>
  );
}
