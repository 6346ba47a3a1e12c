import { cohortReply } from '../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { countsBy } from '../../shared/desk/counts.ts';
import { Action } from '../../shared/desk/form.tsx';
import { moment, number } from '../../shared/desk/format.ts';
import { Pager, paged, Table } from '../../shared/desk/table.tsx';
import { columnNames, requiredColumns } from '../../shared/submission/columns.ts';
import type { Diff, DiffLine } from '../../shared/submission/diff.ts';
import type { Effects } from '../../shared/submission/effects.ts';
import type { HrImport } from '../../shared/submission/hr-import.ts';
import { reasonText } from '../../shared/submission/reasons.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import type { UploadContent } from '../../shared/submission/upload-pages.ts';
import type { Reply } from '../../shared/web/http.ts';
import { Changes, OnPairs, OtherSheets, Rejected } from './preview-parts.tsx';
import { type Texts, texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

export function choosePage(
  visit: CohortVisit,
  {
    newId,
    last,
    open,
    error,
    kept,
  }: {
    newId: string;
    last: HrImport['last'];
    open: boolean;
    error?: string;
    /** A workbook that is refused by one sheet, where another may be meant. */
    kept?: Upload | undefined;
  },
): Reply {
  const text = texts[visit.language];
  const optional = columnNames.filter((column) => !(requiredColumns as readonly string[]).includes(column));
  return cohortReply(visit, {
    title: text.title,
    status: error ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{text.title}</h1>
        {error ? (
          <div class="note bad" role="alert">
            <h2>{text.refused}</h2>
            {kept?.source ? <p>{text.readAs(kept.source)}</p> : null}
            <p>{error}</p>
          </div>
        ) : null}
        {kept ? <OtherSheets upload={kept} visit={visit} /> : null}
        <p>{text.lead}</p>
        <p>
          <a href={`${homeOf(visit.cohort.cohortId)}/upload/template`}>{text.template}</a>
        </p>
        <form method="post" enctype="multipart/form-data" action={`${homeOf(visit.cohort.cohortId)}/upload`}>
          <input type="hidden" name="upload" value={newId} />
          <label>
            {text.file}
            <input
              type="file"
              name="file"
              accept=".xlsx,.csv,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              required
              aria-invalid={error ? true : undefined}
            />
          </label>
          <div class="actions">
            <button type="submit">{text.check}</button>
          </div>
        </form>
        <details>
          <summary>{text.columns}</summary>
          <dl class="facts">
            <dt>{text.required}</dt>
            <dd>
              <code>{requiredColumns.join(', ')}</code>
            </dd>
            <dt>{text.optional}</dt>
            <dd>
              <code>{optional.join(', ')}</code>
            </dd>
          </dl>
          <p class="quiet">{text.columnsHint}</p>
        </details>
        <p class="quiet">{text.larger}</p>
        {last && open ? (
          <p>
            <a href={`${homeOf(visit.cohort.cohortId)}/uploads/${last.uploadId}`}>
              {text.toLast(moment(last.committedAt, visit.language, visit.cohort.timeZone))}
            </a>
          </p>
        ) : null}
        {last ? <Rejected rejected={last.rejected} all={last.rejectedLines} language={visit.language} /> : null}
      </div>
    ),
  });
}

/** What needs an eye stands first; what stays as it is stands nowhere. */
const rank: Readonly<Record<DiffLine['kind'], number>> = { rejected: 0, left: 1, changed: 2, new: 3, unchanged: 4 };

export function previewPage(
  visit: CohortVisit,
  {
    upload,
    content,
    diff,
    effects,
    ids,
  }: {
    upload: Upload;
    content: UploadContent;
    diff: Diff;
    effects: Effects;
    ids: ReadonlyMap<string, string>;
  },
): Reply {
  const { language, request, cohort } = visit;
  const text = texts[language];
  const rejected = content.rejected.map((each): DiffLine => ({ ...each, kind: 'rejected' }));
  const lines = [...rejected, ...diff.lines].sort((a, b) => rank[a.kind] - rank[b.kind] || a.line - b.line);
  const counts = countsBy(lines, ({ kind }) => kind);
  // A rejected line still tells who reports to whom; HR counts it once.
  const rejectedLines = new Set(rejected.map(({ line }) => line));
  const outsiders = content.rows.filter((row) => 'outside' in row && !rejectedLines.has(row.line)).length;
  const shown = lines.filter(({ kind }) => kind !== 'unchanged');
  const page = paged(shown, request.query.get('page'));
  const here = `${homeOf(cohort.cohortId)}/uploads/${upload.uploadId}`;
  const changes =
    lines.some(({ kind }) => kind === 'new' || kind === 'changed' || kind === 'left') || diff.outsiders > 0;
  return cohortReply(visit, {
    title: text.previewTitle,
    children: (
      <>
        <h1>{text.previewTitle}</h1>
        <p class="lead">{changes ? text.previewLead : text.nothing}</p>
        {upload.source ? (
          <p class="quiet">
            {text.readAs(upload.source)} {upload.source.as === 'Windows-1252' ? text.western : ''}
          </p>
        ) : null}
        <OtherSheets upload={upload} visit={visit} />
        <Figures counts={{ ...counts, outsiders }} visit={visit} text={text} />
        <OnPairs effects={effects} language={language} />
        {counts.rejected ? <p class="note care">{text.rejectedFirst}</p> : null}
        {content.ignoredColumns.length > 0 ? (
          <p class="note">{text.ignored(content.ignoredColumns.join(', '))}</p>
        ) : null}
        <div class="actions">
          {changes ? <Action to={here} label={text.commit} /> : null}
          <a href={`${homeOf(cohort.cohortId)}/upload`}>{text.cancel}</a>
          {upload.rawPages === undefined ? null : <a href={`${here}/columns`}>{text.assign}</a>}
        </div>
        <h2>{text.byLine}</h2>
        <Table
          caption={text.byLine}
          empty={text.nothing}
          rows={page.rows}
          columns={[
            { title: text.line, number: true, cell: ({ line }: DiffLine) => line },
            { title: text.name, cell: ({ name }: DiffLine) => name || '–' },
            {
              title: text.what,
              cell: ({ kind }: DiffLine) => (
                <span class={kind === 'rejected' || kind === 'left' ? 'badge care' : 'badge'}>{text.kinds[kind]}</span>
              ),
            },
            {
              title: text.details,
              cell: (line: DiffLine) =>
                line.kind === 'rejected' ? (
                  reasonText(line.reason, language)
                ) : line.kind === 'changed' ? (
                  <Changes line={line} ids={ids} language={language} />
                ) : (
                  ''
                ),
            },
          ]}
        />
        <Pager {...page} language={language} href={(to) => `${here}?page=${to}`} />
        {counts.unchanged ? <p class="quiet">{text.unchangedHidden(counts.unchanged)}</p> : null}
        {diff.missing.length > 0 ? (
          <>
            <h2>{text.missing}</h2>
            <p class="quiet">{text.missingHint}</p>
            <p>{diff.missing.map(({ name }) => name).join(', ')}</p>
          </>
        ) : null}
        <p class="quiet">{text.expires}</p>
      </>
    ),
  });
}

function Figures({
  counts,
  visit,
  text,
}: {
  counts: Partial<Record<keyof Texts['figures'], number>>;
  visit: CohortVisit;
  text: Texts;
}) {
  return (
    <ul class="cards figures">
      {(Object.keys(text.figures) as (keyof Texts['figures'])[])
        .filter((kind) => counts[kind])
        .map((kind) => (
          <li key={kind}>
            <span class="figure">{number(counts[kind] ?? 0, visit.language)}</span> {text.figures[kind]}
          </li>
        ))}
    </ul>
  );
}
