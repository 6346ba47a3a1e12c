import { Select, TextField } from '../../../shared/desk/form.tsx';
import { AsItWas } from '../../../shared/desk/together.tsx';
import { words } from '../../../shared/desk/words.ts';
import { hasPairs } from '../../../shared/pair/recheck-round.ts';
import { gone } from '../../../shared/participant/participant.ts';
import { reasonText } from '../../../shared/submission/reasons.ts';
import { type FieldName, fieldNames, ownFields, valuesOf } from './fields.ts';
import type { PersonVisit } from './load.ts';
import type { Wrong } from './person.ts';
import { hrefOfPerson, texts } from './texts.ts';

/** HR's own correction of one person. It opens by itself where something of it is not right yet. */
export function CorrectForm({ visit, wrong }: { visit: PersonVisit; wrong: Wrong }) {
  const { person, cohort, language } = visit;
  if (gone(person) || person.state === 'done') return null;
  const text = texts[language];
  const now = valuesOf(person);
  const { typed = now, faults = {} } = wrong;
  const own = new Set<string>(person.ownWords ?? []);
  const hints: Readonly<Partial<Record<FieldName, string>>> = {
    manager_id: text.keep,
    appraised_by: text.keep,
    hours: text.hoursHint,
    scheduling_contact: text.assistantHint,
  };
  const faultOf = (name: FieldName | 'why') => {
    const fault = faults[name];
    if (fault === 'changed meanwhile') return text.meanwhile(name === 'why' ? '' : now[name] || '–');
    return fault && (fault === 'no reason' ? text.noReason : reasonText(fault, language));
  };
  return (
    <details open={wrong.typed !== undefined}>
      <summary>{text.correct}</summary>
      {wrong.typed ? (
        <p class="note bad" role="alert">
          {text.wrong}
        </p>
      ) : null}
      <p class="quiet">
        {text.correctHint} {hasPairs(cohort) ? text.recheck : null}
      </p>
      <form method="post" action={`${hrefOfPerson(cohort.cohortId, person)}/facts`} class="sheet" novalidate>
        <AsItWas values={now} />
        {fieldNames.map((name) => {
          const label = text.fields[name];
          if (own.has(ownFields[name] ?? '')) {
            return (
              <p key={name}>
                {label}: {now[name] || '–'} <small class="quiet">({text.own})</small>
              </p>
            );
          }
          const field = { name, label, value: typed[name], hint: hints[name], error: faultOf(name) };
          if (name === 'role') return <Select key={name} {...field} options={Object.entries(words[language].role)} />;
          const email = name === 'email' || name === 'scheduling_contact';
          return <TextField key={name} {...field} type={email ? 'email' : 'text'} />;
        })}
        <TextField name="why" label={text.fields.why} value={typed.why} error={faultOf('why')} />
        <button type="submit">{text.save}</button>
      </form>
    </details>
  );
}
