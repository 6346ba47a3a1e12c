import { gunzipSync } from 'node:zlib';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { noteExport } from '../../../shared/desk/log.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import type { Reply } from '../../../shared/web/http.ts';
import { packedCsv } from './csv.ts';
import { exports, isExport } from './kinds.ts';
import { exportsPage } from './page.tsx';

/** An answer of a function is 6 MB at most, and a packed one travels as base64. */
const mostBytes = 4_300_000;

/** GET /desk/cohorts/{cohort}/exports */
export const showExports = async (visit: CohortVisit): Promise<Reply> => exportsPage(visit);

/** POST there: one table as a file. Every one leaves its row in the log before it goes out. */
export async function takeExport(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, trigger } = visit;
  const what = request.form.get('what') ?? '';
  if (!isExport(what)) return missingReply(visit);
  const { header, rows } = exports[what];
  const { bytes: packed, lines } = await packedCsv(header, rows(needs.table, cohort.cohortId));
  // Packed, 10,000 people are half a megabyte; a browser that cannot unpack is not one of these years.
  const takesPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = takesPacked ? packed : gunzipSync(packed);
  if (bytes.length > mostBytes)
    return refusedReply(visit, 'too much for one file', `${homeOf(cohort.cohortId)}/exports`);
  await noteExport(visit, what, lines);
  return {
    status: 200,
    body: '',
    bytes,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${what}-${trigger.at.slice(0, 10)}.csv"`,
      ...(takesPacked ? { 'content-encoding': 'gzip' } : {}),
    },
  };
}
