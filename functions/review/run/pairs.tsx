import type { Role } from '../../../events/ids.ts';
import { number } from '../../../shared/desk/format.ts';
import { words as deskWords } from '../../../shared/desk/words.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { words } from '../words.ts';
import { Details } from './details.tsx';
import { nameOf } from './diff.ts';
import { hrefOf, type Query, type Row } from './query.ts';
import type { Shown } from './review.tsx';
import type { Texts } from './texts.ts';

type Props = Shown & { readonly rows: readonly Row[]; readonly query: Query };

/** Each pair is a body of its own: its figures, and below them why, and what else could be. */
export function Pairs(props: Props) {
  const { visit, text, rows, rules, query, here } = props;
  const { language } = visit;
  const points: Readonly<Record<string, string>> = words[language].points;
  const roles = deskWords[language].role;
  const head = (sort: string, title: string, number = true) => (
    <th key={sort} scope="col" class={number ? 'number' : undefined} aria-sort={sorted(query, sort)}>
      <a href={`${hrefOf(here, query, { sort: sort === 'total' && query.sort === 'total' ? 'weakest' : sort })}#pairs`}>
        {title}
      </a>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={text.pairs}>
      <table class="pairs">
        <caption class="visually-hidden">{text.pairs}</caption>
        <thead>
          <tr>
            {head('junior', roles.junior, false)}
            {head('senior', roles.senior, false)}
            {head('total', text.total)}
            {rules.map((rule) => head(rule, points[rule] ?? rule))}
          </tr>
        </thead>
        {rows.map((row) => (
          <Pair key={nameOf(row)} {...props} row={row} />
        ))}
      </table>
    </section>
  );
}

function sorted({ sort }: Query, column: string): 'ascending' | 'descending' | undefined {
  if (column === 'total' && sort === 'weakest') return 'ascending';
  if (column !== sort) return undefined;
  return column === 'junior' || column === 'senior' ? 'ascending' : 'descending';
}

function Pair(props: Props & { row: Row }) {
  const { visit, text, rules, row } = props;
  const { language } = visit;
  const word = words[language];
  const points: Readonly<Record<string, string>> = word.points;
  const most: Readonly<Record<string, number>> = props.view.run.rules.weights;
  const cell = (role: Role) => (
    <td data-title={deskWords[language].role[role]}>
      <Who person={row.people[role]} text={text} />
    </td>
  );
  return (
    <tbody id={nameOf(row)}>
      <tr>
        {cell('junior')}
        {cell('senior')}
        <td class="number" data-title={text.total}>
          <strong>{number(row.total, language)}</strong>
        </td>
        {rules.map((rule) => (
          <td key={rule} class="number points" data-title={points[rule] ?? rule}>
            <span class={(row.points[rule] ?? 0) === 0 ? 'zero' : undefined}>
              {number(row.points[rule] ?? 0, language)}
              <span class="visually-hidden"> / {most[rule]}</span>
            </span>
          </td>
        ))}
      </tr>
      <tr class="more">
        <td colSpan={3 + rules.length}>
          {row.fresh ? <span class="badge care">{text.fresh}</span> : null}
          {row.pinned ? <span class="badge">{text.pinned}</span> : null}
          <Details {...props} />
        </td>
      </tr>
    </tbody>
  );
}

export function Who({ person, text }: { person: Participant | undefined; text: Texts }) {
  if (!person) return <>–</>;
  const { hr } = person;
  const where = hr ? [hr.unit, hr.site, text.level(hr.level)].filter(Boolean).join(' · ') : '';
  return (
    <span class="person">
      {person.name}
      {where ? <small class="quiet">{where}</small> : null}
    </span>
  );
}
