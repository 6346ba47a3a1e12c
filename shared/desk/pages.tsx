import type { Language } from '../cohort/cohort.ts';
import { number } from './format.ts';
import type { OnePage } from './one-page.ts';

const texts = {
  de: {
    pages: 'Seiten',
    back: 'Zurück',
    on: 'Weiter',
    shown: (from: string, to: string, of: string) => `${from}–${to} von ${of}`,
  },
  en: {
    pages: 'Pages',
    back: 'Back',
    on: 'Next',
    shown: (from: string, to: string, of: string) => `${from}–${to} of ${of}`,
  },
} as const;

/** Which part of a long list this is, and the way to the parts beside it. Nothing where there is but one. */
export function Pages<T>({
  found: { rows, before, matching, previous, next },
  language,
  href,
}: {
  found: OnePage<T>;
  language: Language;
  href: (from: T) => string;
}) {
  const text = texts[language];
  if (!previous && !next) return null;
  const say = (value: number) => number(value, language);
  return (
    <nav class="actions" aria-label={text.pages}>
      {previous ? <a href={href(previous)}>{text.back}</a> : null}
      <span>{text.shown(say(before + 1), say(before + rows.length), say(matching))}</span>
      {next ? <a href={href(next)}>{text.on}</a> : null}
    </nav>
  );
}
