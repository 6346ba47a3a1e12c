import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly number?: boolean;
}

/** A table that scrolls by itself on a narrow screen, also by keyboard. */
export function Table<Row>({
  caption,
  columns,
  rows,
  empty,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty: string;
}) {
  if (rows.length === 0) return <p class="quiet">{empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, number }) => (
              <th key={title} scope="col" class={number ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ title, cell, number }) => (
                <td key={title} class={number ? 'number' : undefined} data-title={title}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One page of a list, by number from 1. */
export function paged<Row>(rows: readonly Row[], asked: string | null, perPage = 100) {
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(Math.max(1, Number.parseInt(asked ?? '1', 10) || 1), pages);
  return { rows: rows.slice((page - 1) * perPage, page * perPage), page, pages, total: rows.length };
}

const words = {
  de: {
    pages: 'Seiten',
    page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    back: 'Zurück',
    on: 'Weiter',
  },
  en: { pages: 'Pages', page: (page: number, pages: number) => `Page ${page} of ${pages}`, back: 'Back', on: 'Next' },
} as const;

export function Pager({
  page,
  pages,
  href,
  language,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
  language: 'de' | 'en';
}) {
  if (pages < 2) return null;
  const text = words[language];
  return (
    <nav class="actions" aria-label={text.pages}>
      {page > 1 ? <a href={href(page - 1)}>{text.back}</a> : null}
      <span>{text.page(page, pages)}</span>
      {page < pages ? <a href={href(page + 1)}>{text.on}</a> : null}
    </nav>
  );
}
