import type { PersonId } from '../../../events/ids.ts';
import { type Cohort, launched } from '../../../shared/cohort/cohort.ts';
import { mayPair } from '../../../shared/cohort/pair-up.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import type { Errors } from '../../../shared/desk/faults.ts';
import { Action, TextField } from '../../../shared/desk/form.tsx';
import { number } from '../../../shared/desk/format.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { words } from '../words.ts';
import { changedIn, fieldOf, hardNames, type Values, valuesOf, weightNames } from './fields.ts';
import { type Texts, texts } from './texts.ts';
import { Twos } from './twos.tsx';

interface View {
  readonly values: Values;
  readonly errors: Errors;
  readonly people: ReadonlyMap<PersonId, Participant>;
  /** Somebody else saved meanwhile. */
  readonly conflict?: boolean;
  readonly nextId: string;
}

export function rulesPage(visit: CohortVisit, { values, errors, people, conflict = false, nextId }: View): Reply {
  const { cohort, language, request } = visit;
  const text = texts[language];
  const here = `${homeOf(cohort.cohortId)}/rules`;
  const wrong = Object.keys(errors).length > 0;
  const done = request.query.get('done');
  return cohortReply(visit, {
    title: text.title,
    tab: 'rules',
    status: conflict ? 409 : wrong ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{text.title}</h1>
        {conflict ? (
          <div class="note care" role="alert">
            <h2>{text.conflictTitle}</h2>
            <p>{text.conflict}</p>
          </div>
        ) : wrong ? (
          <div class="note bad" role="alert">
            <h2>{text.fixTitle}</h2>
            <p>{text.fix}</p>
          </div>
        ) : (
          <p class="lead">{text.lead}</p>
        )}
        {done === 'saved' || done === 'nothing' ? (
          <div class="note" role="status">
            <p>
              {text[done]} {done === 'saved' && cohort.latestRunId ? text.again : ''}
            </p>
            {done === 'saved' && rerunMakesSense(cohort) ? (
              <Action to={`${homeOf(cohort.cohortId)}/runs`} label={text.compute} fields={{ run: nextId }} />
            ) : null}
          </div>
        ) : null}
        <ValueForm visit={visit} values={values} errors={errors} conflict={conflict} text={text} here={here} />
        <Twos visit={visit} people={people} text={text} />
      </div>
    ),
  });
}

const rerunMakesSense = (cohort: Cohort): boolean =>
  launched(cohort) && cohort.latestRunId !== undefined && mayPair(cohort);

interface FormProps extends Omit<View, 'people' | 'nextId'> {
  readonly visit: CohortVisit;
  readonly text: Texts;
  readonly here: string;
}

/** A GET: it leads to the preview, which saves nothing; from there it is saved. */
function ValueForm({ visit, values, errors, conflict, text, here }: FormProps) {
  const { cohort, language } = visit;
  const word = words[language];
  const saved = valuesOf(cohort.rules);
  const differing = new Set(changedIn(saved, values));
  const field = (name: string, means: string) => ({
    name,
    value: values[name] ?? '',
    hint: differing.has(name)
      ? `${means} ${(conflict ? text.theirs : text.suggested)(number(Number(saved[name]), language, 1))}`
      : means,
    error: errors[name] && text.fault(errors[name]),
    type: 'number' as const,
    required: true,
  });
  const most = weightNames.reduce((sum, name) => sum + (Number(values[fieldOf(name)]) || 0), 0);
  return (
    <form method="get" action={`${here}/preview`} novalidate>
      <input type="hidden" name="seen" value={cohort.rules.version} />
      <fieldset>
        <legend>
          {text.must}
          <small>{text.mustHint}</small>
        </legend>
        <div class="columns">
          {hardNames.map((name) => (
            <TextField key={name} {...field(name, text.hardMeans[name])} label={text.hard[name]} />
          ))}
        </div>
        <p class="quiet">{text.always}</p>
      </fieldset>
      <fieldset>
        <legend>
          {text.counts}
          <small>{text.countsHint}</small>
        </legend>
        <div class="columns">
          {weightNames.map((name) => (
            <TextField key={name} {...field(fieldOf(name), word.means[name])} label={word.weight[name]} />
          ))}
        </div>
        <p>
          {text.most}: <strong>{text.points(number(most, language))}</strong>
        </p>
      </fieldset>
      <div class="actions">
        <button type="submit">{text.preview}</button>
        {differing.size > 0 ? <a href={here}>{text.reset}</a> : null}
      </div>
    </form>
  );
}
