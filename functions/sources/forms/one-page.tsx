import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { Action, TextField } from '../../../shared/desk/form.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import type { Answer } from '../../../shared/source/answer.ts';
import { cellsOf, readAnswers } from '../../../shared/source/read.ts';
import type { Example } from '../../../shared/source/source.ts';
import type { FormField } from '../../../shared/submission/form-row.ts';
import { reasonText } from '../../../shared/submission/reasons.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { fieldNames } from '../fields.ts';
import { type SourceVisit, sourcesOf } from '../visit.ts';
import { State } from './list-page.tsx';
import { Setup } from './setup-view.tsx';
import { providerNames, texts } from './texts.ts';

export interface Told {
  /** What just happened, in words. */
  readonly good?: string;
  readonly badSecret?: true;
}

interface View {
  readonly example: Example | undefined;
  /** How many rejected submissions could be read again. */
  readonly waiting: number;
  readonly told: Told;
}

export function onePage(visit: SourceVisit, { example, waiting, told }: View): Reply {
  const { source, language, request } = visit;
  const text = texts[language];
  const here = `${sourcesOf(visit)}/${source.sourceId}`;
  const good = told.good ?? text.done[request.query.get('done') ?? ''];
  return cohortReply(visit, {
    title: source.name,
    tab: 'submissions',
    status: told.badSecret ? 422 : 200,
    children: (
      <>
        <h1>{source.name}</h1>
        <p>
          {providerNames[source.provider]} <State source={source} language={language} />
        </p>
        {good ? (
          <p class="note good" role="status">
            {good}
          </p>
        ) : null}
        <h2>{text.arrived}</h2>
        {example ? <Arrived visit={visit} example={example} /> : <p class="readable">{text.nothing}</p>}
        <div class="actions">
          {example || source.mapping ? <a href={`${here}/mapping`}>{text.toMapping}</a> : null}
          <a href={here}>{text.reload}</a>
        </div>
        {waiting > 0 && source.mapping ? (
          <div class="actions">
            <Action to={here} label={text.again(waiting)} plain fields={{ what: 'again' }} />
          </div>
        ) : null}
        <div class="readable">
          <details open={!example}>
            <summary>{text.setup}</summary>
            <Setup visit={visit} source={source} />
          </details>
          <Secrets visit={visit} bad={told.badSecret === true} />
          <p class="quiet">{text.offHint}</p>
          <div class="actions">
            <Action
              to={here}
              label={source.state === 'on' ? text.switchOff : text.switchOn}
              plain
              fields={{ what: source.state === 'on' ? 'off' : 'on' }}
            />
          </div>
          <p>
            <a href={sourcesOf(visit)}>{text.back}</a>
          </p>
        </div>
      </>
    ),
  });
}

/** The last call, question by question, and what the mapping of now makes of it. */
function Arrived({ visit, example }: { visit: SourceVisit; example: Example }) {
  const { source, language, cohort } = visit;
  const text = texts[language];
  const mapping = source.mapping ?? [];
  const fieldOf = new Map(mapping.map(({ key, field }) => [key, field]));
  const cells = cellsOf(example.answers, mapping, cohort.topics);
  const { faults } = readAnswers(example.answers, mapping, cohort);
  const read = ({ key }: Answer) => {
    const field = fieldOf.get(key);
    return field ? `${fieldNames[language][field]}: ${cells.of(field).replaceAll('|', ' | ') || '–'}` : text.unread;
  };
  return (
    <>
      <p>
        {text.arrivedAt(moment(example.receivedAt, language, cohort.timeZone))} {text.outcome[example.outcome]}
      </p>
      <Table
        caption={text.arrived}
        empty={text.nothing}
        rows={example.answers}
        columns={[
          { title: text.question, cell: ({ label }: Answer) => label },
          { title: text.answer, cell: ({ values }: Answer) => values.join(' | ') || '–' },
          { title: text.read, cell: read },
        ]}
      />
      {source.mapping && faults ? (
        <ul class="note care">
          {Object.entries(faults).map(([field, fault]) => (
            <li key={field}>
              {fieldNames[language][field as FormField]}: {reasonText(fault, language)}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="quiet">{text.kept}</p>
    </>
  );
}

function Secrets({ visit, bad }: { visit: SourceVisit; bad: boolean }) {
  const { source, language, cohort, request } = visit;
  const text = texts[language];
  const here = `${sourcesOf(visit)}/${source.sourceId}`;
  const two = source.secrets.length >= 2;
  const given = source.provider === 'formbricks';
  return (
    <>
      <h2>{text.secrets}</h2>
      {source.secrets.length === 0 ? <p class="note care">{text.noSecret}</p> : null}
      <ul>
        {source.secrets.map(({ number, madeAt }) => (
          <li key={number}>
            {text.secretOf(number, moment(madeAt, language, cohort.timeZone))}
            {two ? (
              <Action to={here} label={text.end(number)} plain fields={{ what: 'end', number: String(number) }} />
            ) : null}
          </li>
        ))}
      </ul>
      {two ? (
        <p class="quiet">{text.two}</p>
      ) : (
        <form method="post" action={here} novalidate class="sheet">
          <p class="quiet">{text.rotateLead}</p>
          <input type="hidden" name="version" value={source.version} />
          <TextField
            name="secret"
            label={given ? text.ownNeeded : text.own}
            value={bad ? (request.form.get('secret') ?? '') : ''}
            error={bad ? text.badSecret : undefined}
          />
          <button type="submit" name="what" value="rotate">
            {text.rotate}
          </button>
        </form>
      )}
    </>
  );
}
