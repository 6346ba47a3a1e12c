import { stringify } from 'csv-stringify/sync';
import { columnTitles } from '../../shared/submission/column-titles.ts';
import { type Column, columnNames } from '../../shared/submission/columns.ts';
import type { Reply } from '../../shared/web/http.ts';
import type { CohortVisit } from './visit.ts';

const example: Readonly<Record<'de' | 'en', Partial<Record<Column, string>>>> = {
  de: {
    name: 'Erika Beispiel',
    unit: 'Vertrieb',
    away_from: '01.08.2026',
    away_to: '14.08.2026',
    hours: 'Mo-Do 09:00-15:00',
  },
  en: {
    name: 'Erica Example',
    unit: 'Sales',
    away_from: '2026-08-01',
    away_to: '2026-08-14',
    hours: 'Mo-Th 09:00-15:00',
  },
};

/** GET /desk/cohorts/{cohort}/upload/template: opens in a German Excel by a double click, umlauts and all. */
export async function template({ language, cohort }: CohortVisit): Promise<Reply> {
  const line: Partial<Record<Column, string>> = {
    employee_id: '0815',
    email: 'erika.beispiel@example.com',
    role: 'junior',
    level: '2',
    site: 'Hamburg',
    manager_id: '-',
    status: language === 'de' ? 'aktiv' : 'active',
    languages: 'de|en',
    letter_language: language,
    time_zone: cohort.timeZone,
    // Whoever names the topics must not make a formula of this cell; the `-` of the top of the house must stay as it is.
    topics: cohort.topics
      .filter((topic) => !/^[=+\-@\s\uFF0B\uFF0D\uFF1D\uFF20]/.test(topic))
      .slice(0, 2)
      .join('|'),
    capacity: String(cohort.capacity),
    ...example[language],
  };
  // One way to tell an absence is enough for a template.
  const columns = columnNames.filter((column) => column !== 'away');
  const rows = [columns.map((column) => columnTitles[language][column]), columns.map((column) => line[column] ?? '')];
  return {
    status: 200,
    body: stringify(rows, {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      quoted_match: /[,\t]/,
    }),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${language === 'de' ? 'hr-vorlage' : 'hr-template'}.csv"`,
    },
  };
}
