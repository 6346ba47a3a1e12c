import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { Action, Select, TextField } from '../../../shared/desk/form.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Answer } from '../../../shared/source/answer.ts';
import { type FormField, formFields } from '../../../shared/submission/form-row.ts';
import { type HrField, hrFields, requiredHrFields } from '../../../shared/submission/hr-facts-row.ts';
import { type Reason, reasonText } from '../../../shared/submission/reasons.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { fieldHints, fieldNames } from '../fields.ts';
import { type SubmissionVisit, submissionsOf } from '../visit.ts';
import { whyOf } from './list.tsx';
import { texts } from './texts.ts';

/** What can be done with a submission, and what stands in its fields. */
export type Doing =
  | { readonly what: 'correct'; readonly values: Readonly<Record<FormField, string>> }
  | { readonly what: 'accept' | 'facts'; readonly values: Readonly<Record<HrField, string>> }
  | { readonly what: 'wait' | 'nothing' };

export type Faults = Readonly<Partial<Record<FormField | HrField, Reason>>>;

export function submissionPage(visit: SubmissionVisit, doing: Doing, faults: Faults = {}, tried = false): Reply {
  const { submission, language, cohort } = visit;
  const text = texts[language];
  const { source, line, state, reason, receivedAt, answers, correctedAs } = submission;
  const wrong = tried && Object.keys(faults).length > 0;
  const facts: [string, string][] = [
    [text.from, text.sources[source](line)],
    [text.when, moment(receivedAt, language, cohort.timeZone)],
    [text.state, words[language].submission[state]],
    ...(reason ? [[text.why, whyOf(submission, language)] as [string, string]] : []),
  ];
  return cohortReply(visit, {
    title: text.title,
    tab: 'submissions',
    status: wrong ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{submission.told?.name ?? text.title}</h1>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {answers ? (
          <>
            <h2>{text.came}</h2>
            <Table
              caption={text.came}
              empty={text.none}
              rows={answers}
              columns={[
                { title: text.question, cell: ({ label }: Answer) => label },
                { title: text.answer, cell: ({ values }: Answer) => values.join(' | ') || text.none },
              ]}
            />
          </>
        ) : null}
        {correctedAs ? (
          <p>
            {text.corrected} <a href={`${submissionsOf(visit)}/${correctedAs}`}>{text.toCorrected}</a>
          </p>
        ) : null}
        {doing.what === 'nothing' ? <p class="quiet">{text.settled}</p> : null}
        {doing.what === 'wait' ? <p class="quiet">{text.pending}</p> : null}
        {'values' in doing ? <Settle visit={visit} doing={doing} faults={faults} wrong={wrong} /> : null}
        <p>
          <a href={submissionsOf(visit)}>{text.back}</a>
        </p>
      </div>
    ),
  });
}

function Settle({
  visit,
  doing,
  faults,
  wrong,
}: {
  visit: SubmissionVisit;
  doing: Extract<Doing, { values: object }>;
  faults: Faults;
  wrong: boolean;
}) {
  const text = texts[visit.language];
  const here = `${submissionsOf(visit)}/${visit.submission.submissionId}`;
  const names: readonly (FormField | HrField)[] = doing.what === 'correct' ? formFields : hrFields;
  const values: Readonly<Partial<Record<string, string>>> = doing.values;
  const needed = (name: FormField | HrField) =>
    doing.what === 'correct' ? name === 'email' : names.includes(name) && requiredHrFields.has(name as HrField);
  return (
    <>
      <h2>{text[doing.what]}</h2>
      {wrong ? (
        <div class="note bad" role="alert">
          {text.wrong}
        </div>
      ) : (
        <p class="quiet">{text[`${doing.what}Lead`]}</p>
      )}
      <form method="post" action={here} novalidate class="sheet">
        {names.map((name) => {
          const label = fieldNames[visit.language][name];
          const fault = faults[name];
          const field = {
            name,
            label: needed(name) ? text.required(label) : label,
            value: values[name] ?? '',
            hint: fieldHints[visit.language][name],
            error: fault && reasonText(fault, visit.language),
          };
          if (name === 'role') return <Select key={name} {...field} options={Object.entries(text.roles)} />;
          return <TextField key={name} {...field} type={name === 'email' ? 'email' : 'text'} />;
        })}
        <button type="submit" name="what" value={doing.what}>
          {text[`${doing.what}Button`]}
        </button>
      </form>
      {doing.what === 'accept' ? (
        <>
          <div class="actions">
            <Action to={here} label={text.decline} plain fields={{ what: 'decline' }} />
          </div>
          <p class="quiet">{text.declineHint}</p>
        </>
      ) : null}
    </>
  );
}
