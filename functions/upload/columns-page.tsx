import { cohortReply } from '../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { Table } from '../../shared/desk/table.tsx';
import { columnTitles } from '../../shared/submission/column-titles.ts';
import { type Column, columnNames, requiredColumns } from '../../shared/submission/columns.ts';
import type { Sheet } from '../../shared/submission/decode.ts';
import { columnsOf, levelKey, type Mapping } from '../../shared/submission/mapping.ts';
import { levelWords, type Questions } from '../../shared/submission/questions.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import type { Reply } from '../../shared/web/http.ts';
import { columnsTexts } from './columns-texts.ts';
import { OtherSheets } from './preview-parts.tsx';
import { texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

const isRequired = (column: Column) => requiredColumns.some((each) => each === column);

interface Shown {
  readonly upload: Upload;
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** Levels as they were typed, by their keys. */
  readonly typed: ReadonlyMap<string, string>;
  readonly questions: Questions | undefined;
  readonly error?: string | undefined;
  readonly status?: number;
}

export function columnsPage(visit: CohortVisit, shown: Shown): Reply {
  const { language, cohort } = visit;
  const { upload, sheet, mapping, questions, error, status = 200 } = shown;
  const text = columnsTexts[language];
  const home = homeOf(cohort.cohortId);
  const named = (columns: readonly Column[]) => columns.map((column) => columnTitles[language][column]).join(', ');
  const wrong = error !== undefined || (status === 422 && questions !== undefined);
  return cohortReply(visit, {
    title: text.title,
    status,
    children: (
      <>
        <h1>{text.title}</h1>
        <p class="lead">{questions ? text.lead : text.understood}</p>
        {questions || error ? (
          <div class={wrong ? 'note bad' : 'note care'} role={wrong ? 'alert' : undefined}>
            {error ? <p>{error}</p> : null}
            {questions?.missing.length ? <p>{text.missing(named(questions.missing))}</p> : null}
            {questions?.doubles.length ? <p>{text.doubles(named(questions.doubles))}</p> : null}
            {questions?.levels.length ? <p>{text.askLevels}</p> : null}
          </div>
        ) : null}
        {upload.source?.sheet ? <p class="quiet">{texts[language].readAs(upload.source)}</p> : null}
        <OtherSheets upload={upload} visit={visit} />
        <form method="post" action={`${home}/uploads/${upload.uploadId}/columns`}>
          <h2>{text.columns}</h2>
          <Columns visit={visit} sheet={sheet} mapping={mapping} />
          <p class="quiet">{text.required}</p>
          <Levels visit={visit} shown={shown} />
          {wrong && questions && questions.doubles.length === 0 ? (
            <label>
              <input type="checkbox" name="anyway" value="yes" /> {text.anyway}
            </label>
          ) : null}
          <div class="actions">
            <button type="submit">{text.save}</button>
            <a href={`${home}/upload`}>{text.cancel}</a>
          </div>
        </form>
      </>
    ),
  });
}

const examples = 3;

/** One line for each column of the file, with what its first lines hold. */
function Columns({ visit, sheet, mapping }: { visit: CohortVisit; sheet: Sheet; mapping: Mapping }) {
  const text = columnsTexts[visit.language];
  const titles = columnTitles[visit.language];
  const columns = columnsOf(sheet.header, mapping);
  const rows = sheet.header.cells.map((header, place) => ({ header, place })).filter(({ header }) => header !== '');
  const cellsAt = (place: number) => sheet.records.slice(0, examples).map(({ cells }) => cells[place] ?? '');
  return (
    <Table
      caption={text.columns}
      empty=""
      rows={rows}
      columns={[
        { title: text.header, cell: ({ header }) => header.slice(0, 80) },
        {
          title: text.means,
          cell: ({ header, place }) => (
            <select name={`column-${place}`} aria-label={text.selectFor(header.slice(0, 80))}>
              <option value="">{text.ignore}</option>
              {columnNames.map((column) => (
                <option key={column} value={column} selected={columns[place] === column}>
                  {titles[column]}
                  {isRequired(column) ? ' *' : ''}
                </option>
              ))}
            </select>
          ),
        },
        {
          title: text.examples,
          cell: ({ place }) =>
            cellsAt(place)
              .map((cell) => cell.slice(0, 40) || '–')
              .join(' · '),
        },
      ]}
    />
  );
}

function Levels({ visit, shown }: { visit: CohortVisit; shown: Shown }) {
  const { sheet, mapping, typed, status } = shown;
  const text = columnsTexts[visit.language];
  const words = levelWords(sheet, columnsOf(sheet.header, mapping), mapping).filter(({ number }) => !number);
  if (words.length === 0) return null;
  return (
    <fieldset>
      <legend>{text.levels}</legend>
      <p class="quiet">{text.levelsHint}</p>
      {words.map((word, at) => {
        const key = levelKey(word.text);
        const value = typed.get(key) ?? (word.said ? String(mapping.levels[key]) : '');
        const asked = shown.questions?.levels.some((each) => levelKey(each) === key);
        const bad = status === 422 && !/^([0-9]|[12]\d|30)$/.test(value) && (value !== '' || asked);
        return (
          <label key={key} for={`level-${at}`}>
            {word.text.slice(0, 80)} <small>{text.lines(word.lines)}</small>
            <input type="hidden" name={`level-text-${at}`} value={word.text.slice(0, 200)} />
            <input
              id={`level-${at}`}
              name={`level-${at}`}
              inputMode="numeric"
              value={value}
              aria-invalid={bad ? true : undefined}
              aria-describedby={bad ? `level-${at}-error` : undefined}
            />
            {bad ? (
              <small id={`level-${at}-error`} class="error">
                {text.notALevel}
              </small>
            ) : null}
          </label>
        );
      })}
    </fieldset>
  );
}
