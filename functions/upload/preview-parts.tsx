import { brokenRules } from '../../shared/desk/broken-rules.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { Table } from '../../shared/desk/table.tsx';
import { columnTitles } from '../../shared/submission/column-titles.ts';
import type { DiffLine } from '../../shared/submission/diff.ts';
import type { Effects } from '../../shared/submission/effects.ts';
import type { RejectedLine } from '../../shared/submission/hr-import.ts';
import { reasonText } from '../../shared/submission/reasons.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { texts } from './texts.ts';
import { fieldText } from './values.ts';
import type { CohortVisit } from './visit.ts';

type Language = 'de' | 'en';

/** Field by field what was and what would be. */
export function Changes({
  line,
  ids,
  language,
}: {
  line: Extract<DiffLine, { kind: 'changed' }>;
  ids: ReadonlyMap<string, string>;
  language: Language;
}) {
  return (
    <ul class="plain-list">
      {line.fields.map((column) => {
        const [before, after] = [line.before, line.after].map((each) => fieldText(column, each, ids, language));
        return (
          <li key={column}>
            {columnTitles[language][column]}: {before ? <del>{before.slice(0, 120)}</del> : '–'} →{' '}
            <ins>{after?.slice(0, 120) || '–'}</ins>
          </li>
        );
      })}
    </ul>
  );
}

/** What would happen to pairs that meet: stands before the lines, because it cannot be read from them. */
export function OnPairs({ effects, language }: { effects: Effects; language: Language }) {
  const text = texts[language];
  const { leaving, breaking } = effects;
  if (leaving.length + breaking.length === 0) return null;
  return (
    <section class="note care">
      <h2>{text.onPairs}</h2>
      {leaving.length > 0 ? (
        <>
          <p>{text.leaving}</p>
          <ul>
            {leaving.slice(0, 50).map(({ person, partner }, at) => (
              <li key={at}>{text.leaves(person, partner)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {breaking.length > 0 ? (
        <>
          <p>{text.breaking}</p>
          <ul>
            {breaking.slice(0, 50).map(({ junior, senior, rules }, at) => (
              <li key={at}>
                {junior} – {senior}: {rules.map((rule) => brokenRules[language][rule] ?? rule).join(', ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {leaving.length > 50 || breaking.length > 50 ? <p>{text.more}</p> : null}
    </section>
  );
}

/** The other sheets of the workbook, each behind its button. */
export function OtherSheets({ upload, visit }: { upload: Upload; visit: CohortVisit }) {
  const text = texts[visit.language];
  const names = upload.source?.otherSheets ?? [];
  if (names.length === 0 || upload.rawPages === undefined) return null;
  return (
    <form
      method="post"
      action={`${homeOf(visit.cohort.cohortId)}/uploads/${upload.uploadId}/sheet`}
      class="note"
      aria-label={text.otherSheets(names.length)}
    >
      <p>{text.otherSheets(names.length)}</p>
      <div class="actions">
        {names.map((name, place) => (
          <button key={place} type="submit" name="sheet" value={place} class="plain">
            {text.readSheet(name)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Lines of the last file that were not taken: they wait here for a corrected one. */
export function Rejected({
  rejected,
  all,
  language,
}: {
  rejected: readonly RejectedLine[];
  all: number;
  language: Language;
}) {
  const text = texts[language];
  if (rejected.length === 0) return null;
  return (
    <>
      <h2>{text.stillRejected(all)}</h2>
      <p class="quiet">{text.correctThem}</p>
      <Table
        caption={text.stillRejected(all)}
        empty=""
        rows={rejected}
        columns={[
          { title: text.line, number: true, cell: ({ line }) => line },
          { title: text.name, cell: ({ name }) => name || '–' },
          { title: text.details, cell: ({ reason }) => reasonText(reason, language) },
        ]}
      />
      {all > rejected.length ? <p class="quiet">{text.more}</p> : null}
    </>
  );
}
