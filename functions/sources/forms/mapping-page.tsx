import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { Select, TextArea } from '../../../shared/desk/form.tsx';
import type { Answer } from '../../../shared/source/answer.ts';
import { type FormField, formFields } from '../../../shared/submission/form-row.ts';
import { type Reason, reasonText } from '../../../shared/submission/reasons.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { fieldNames } from '../fields.ts';
import { type SourceVisit, sourcesOf } from '../visit.ts';
import { texts } from './texts.ts';

/** One question, what it means, and how its answers are translated, as HR typed it. */
export interface Row {
  readonly answer: Answer;
  readonly field: FormField | undefined;
  readonly choices: string;
  readonly fault?: 'twice' | { readonly line: string } | Reason | undefined;
}

/** What people choose from a list may need another word for it here. */
const translated = new Set<FormField>([
  'role',
  'topics',
  'languages',
  'letter_language',
  'meeting_mode',
  'time_zone',
  'hours',
  'capacity',
]);

export function mappingPage(visit: SourceVisit, rows: readonly Row[], wrong?: 'no email' | 'wrong'): Reply {
  const { language, source } = visit;
  const text = texts[language];
  const here = `${sourcesOf(visit)}/${source.sourceId}`;
  const wording = ({ fault }: Row) => {
    if (fault === undefined) return undefined;
    if (fault === 'twice') return text.twice;
    return 'line' in fault ? text.badLine(fault.line.slice(0, 80)) : reasonText(fault, language);
  };
  const options: (readonly [string, string])[] = [
    ['', text.notUsed],
    ...formFields.map((field) => [field, fieldNames[language][field]] as const),
  ];
  return cohortReply(visit, {
    title: text.mappingTitle,
    tab: 'submissions',
    status: wrong ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{text.mappingTitle}</h1>
        <p class="quiet">{rows.length === 0 ? text.noExample : text.mappingLead}</p>
        {wrong ? (
          <div class="note bad" role="alert">
            {wrong === 'no email' ? text.noEmail : text.mappingWrong}
          </div>
        ) : null}
        {rows.length === 0 ? null : (
          <form method="post" action={`${here}/mapping`} novalidate>
            {rows.map((row, place) => {
              const error = wording(row);
              const open = row.choices !== '' || (row.field !== undefined && translated.has(row.field));
              return (
                <section key={row.answer.key} class="sheet" aria-labelledby={`question-${place}`}>
                  <h2 id={`question-${place}`}>{row.answer.label}</h2>
                  <p class="quiet">
                    {text.example}: {row.answer.values.join(' | ') || '–'}
                  </p>
                  <input type="hidden" name={`key-${place}`} value={row.answer.key} />
                  <Select
                    name={`field-${place}`}
                    label={text.means}
                    value={row.field ?? ''}
                    options={options}
                    error={row.fault === 'twice' ? error : undefined}
                  />
                  <details open={open}>
                    <summary>{text.choices}</summary>
                    <TextArea
                      name={`choices-${place}`}
                      label={text.choices}
                      value={row.choices || proposal(row)}
                      hint={text.choicesHint}
                      error={row.fault === 'twice' ? undefined : error}
                      rows={3}
                    />
                  </details>
                </section>
              );
            })}
            <button type="submit">{text.save}</button>
          </form>
        )}
        <p>
          <a href={here}>{text.toOne}</a>
        </p>
      </div>
    ),
  });
}

/** Of a role nobody's words are ours: the answer of the example stands there, to be given a meaning. */
const proposal = ({ field, answer }: Row): string =>
  field === 'role'
    ? answer.values
        .filter((value) => !/^(junior|senior)$/i.test(value.trim()))
        .map((value) => `${value} = `)
        .join('\n')
    : '';
