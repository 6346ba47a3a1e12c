import { Select, TextField } from '../../../shared/desk/form.tsx';
import { words } from '../words.ts';
import { narrowed, parts, type Query } from './query.ts';
import type { Shown } from './review.tsx';

/** A GET: what HR looks at stands in the address, and works without script. */
export function FilterForm({ visit, text, here, rules, query, diff }: Shown & { query: Query; diff: boolean }) {
  const points: Readonly<Record<string, string>> = words[visit.language].weight;
  const shownParts = parts.filter((part) => part !== 'changed' || diff);
  return (
    <search>
      <form method="get" action={here} class="filters">
        <TextField name="text" label={text.search} value={query.text} />
        <TextField
          name="below"
          type="number"
          label={text.below}
          value={query.below === undefined ? '' : String(query.below)}
        />
        <Select
          name="only"
          label={text.only}
          value={query.only}
          options={shownParts.map((part) => [part, text.parts[part]])}
        />
        <Select
          name="sort"
          label={text.sort}
          value={query.sort}
          options={[...Object.entries(text.sorts), ...rules.map((rule) => [rule, points[rule] ?? rule] as const)]}
        />
        <div class="actions">
          <button type="submit" class="plain">
            {text.show}
          </button>
          {narrowed(query) ? <a href={here}>{text.showAll}</a> : null}
        </div>
      </form>
    </search>
  );
}
