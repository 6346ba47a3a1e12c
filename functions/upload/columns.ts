import { UploadId } from '../../events/ids.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { missingReply, refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf } from '../../shared/desk/visit.ts';
import { columnNames } from '../../shared/submission/columns.ts';
import type { Sheet } from '../../shared/submission/decode.ts';
import { type HrImport, hrImports, mappingOf } from '../../shared/submission/hr-import.ts';
import { columnsOf, headerKeys, levelKey, type Mapping } from '../../shared/submission/mapping.ts';
import { mostLevels, type Questions, questionsOf } from '../../shared/submission/questions.ts';
import { reasonText } from '../../shared/submission/reasons.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import { readRawPages } from '../../shared/submission/upload-raw.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { checkSheet } from './check.ts';
import { columnsPage } from './columns-page.tsx';
import { uploadWithCells } from './find.ts';
import type { CohortVisit } from './visit.ts';

/** GET /desk/cohorts/{cohort}/uploads/{upload}/columns: what the headers and levels of this file are taken for. */
export async function showColumns(visit: CohortVisit): Promise<Reply> {
  const open = await opened(visit);
  if (!open) return missingReply(visit);
  const mapping = mappingOf(await visit.needs.table.get(hrImports, visit.cohort));
  return columnsPage(visit, { ...open, mapping, typed: new Map(), questions: stillAsked(open.sheet, mapping) });
}

/** POST there: remembers it for this cohort, and checks the file anew. */
export async function sayColumns(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, language } = visit;
  const open = await opened(visit);
  if (!open) return missingReply(visit);
  if (!canEnd(cohort.state)) return refusedReply(visit, 'has ended', homeOf(cohort.cohortId));
  const { sheet } = open;
  const before = mappingOf(await needs.table.get(hrImports, cohort));
  const { typed, ...said } = readForm(request.form, sheet, before);
  const mapping: Mapping = {
    columns: { ...before.columns, ...said.columns },
    levels: { ...before.levels, ...said.levels },
  };
  const questions = stillAsked(sheet, mapping);
  const again = (error?: string) => columnsPage(visit, { ...open, mapping, typed, questions, error, status: 422 });
  const wrong = [...typed.values()].some((value) => value !== '' && levelOf(value) === undefined);
  const unsettled = questions && (questions.doubles.length > 0 || request.form.get('anyway') !== 'yes');
  if (wrong || unsettled) return again();

  // A fresh one: the first may be committed in another window at this moment.
  const uploadId = UploadId.parse(`upl_${needs.randomId()}`);
  const checked = await checkSheet(visit, { uploadId, sheet, mapping });
  if (!('to' in checked)) return again(reasonText(checked, language));
  await needs.table.change(hrImports, cohort, commandOf(visit, 'name columns'), (current) =>
    remember(current, { cohortId: cohort.cohortId, ...said }),
  );
  return seeOther(checked.to);
}

async function opened(visit: CohortVisit): Promise<{ upload: Upload; sheet: Sheet } | undefined> {
  const upload = await uploadWithCells(visit);
  if (!upload) return undefined;
  return { upload, sheet: await readRawPages(visit.needs.table, upload.uploadId, upload.rawPages) };
}

function stillAsked(sheet: Sheet, mapping: Mapping): Questions | undefined {
  const questions = questionsOf(sheet, mapping);
  return questions && 'refused' in questions ? undefined : questions;
}

const levelOf = (typed: string): number | undefined =>
  /^\d{1,2}$/.test(typed) && Number(typed) <= 30 ? Number(typed) : undefined;

/** What the form says; `typed` keeps the levels as they were typed, by their keys. */
function readForm(
  form: URLSearchParams,
  { header }: Sheet,
  before: Mapping,
): Mapping & { typed: ReadonlyMap<string, string> } {
  const automatic = columnsOf(header, { columns: {}, levels: {} });
  const columns: Record<string, Mapping['columns'][string]> = {};
  for (const [place, key] of headerKeys(header).entries()) {
    const chosen = form.get(`column-${place}`);
    if (key === undefined || chosen === null) continue;
    const column = columnNames.find((name) => name === chosen) ?? '';
    // What is understood without us need not be remembered; what is not for us must, or it would be asked again.
    const known = Object.hasOwn(before.columns, key);
    if (known || column === '' || column !== automatic[place]) columns[key] = column;
  }
  const levels: Record<string, number> = {};
  const typed = new Map<string, string>();
  for (let at = 0; at < mostLevels; at++) {
    const key = levelKey((form.get(`level-text-${at}`) ?? '').slice(0, 200));
    if (key === '') continue;
    const value = (form.get(`level-${at}`) ?? '').trim();
    typed.set(key, value);
    const number = levelOf(value);
    if (number !== undefined) levels[key] = number;
  }
  return { columns, levels, typed };
}

/** More than so many headers are not one company's habit. */
const mostRemembered = 300;

function remember(
  current: HrImport | undefined,
  { cohortId, columns, levels }: Pick<HrImport, 'cohortId'> & Mapping,
): Step<HrImport> {
  const known = current ? unnumbered(current) : { cohortId, columns: {}, levels: {} };
  const to = { ...known, columns: { ...known.columns, ...columns }, levels: { ...known.levels, ...levels } };
  if (Object.keys(to.columns).length > mostRemembered) to.columns = { ...columns };
  if (Object.keys(to.levels).length > mostRemembered) to.levels = { ...levels };
  return { to };
}
