import type { Rules } from '../../../shared/cohort/cohort.ts';
import { sameValues } from '../../../shared/cohort/edit-rules.ts';
import { Undo } from '../rules/undo.tsx';
import type { Part } from './page.tsx';

const missing = (from: Rules['pins'], list: Rules['pins']) =>
  list.filter(([junior, senior]) => !from.some(([one, other]) => one === junior && other === senior));

/** What HR has settled since the run, each with its undo: the next run obeys it. */
export function Edits({ visit, view, text, here, name }: Part) {
  const then = view.run.rules;
  const { rules } = visit.cohort;
  const added = (['pins', 'blocks'] as const).flatMap((kind) =>
    missing(then[kind], rules[kind]).map((two) => ({ two, kind })),
  );
  const taken = [
    ...missing([...rules.pins, ...rules.blocks], then.pins).map((two) => ({ two, kind: 'unpinned' as const })),
    ...missing([...rules.pins, ...rules.blocks], then.blocks).map((two) => ({ two, kind: 'unblocked' as const })),
  ];
  const called = ([junior, senior]: Rules['pins'][number]) => text.together(name(junior), name(senior));
  return (
    <ul class="twos">
      {added.map(({ two, kind }) => (
        <li key={two.join()}>
          <span>
            <strong>{called(two)}</strong> {text.edits[kind]}
          </span>
          {visit.member.role === 'reader' ? null : (
            <Undo
              visit={visit}
              two={two}
              back={here}
              label={text.undo}
              says={text.undoOf(name(two[0]), name(two[1]))}
            />
          )}
        </li>
      ))}
      {taken.map(({ two, kind }) => (
        <li key={two.join()}>
          <span>
            <strong>{called(two)}</strong> {text.edits[kind]}
          </span>
        </li>
      ))}
      {sameValues(then, rules) ? null : <li>{text.edits.values}</li>}
    </ul>
  );
}
