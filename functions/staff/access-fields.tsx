import type { Cohort } from '../../shared/cohort/cohort.ts';
import { Select, TextField } from '../../shared/desk/form.tsx';
import { memberRoles } from '../../shared/member/rights.ts';
import type { Faults, Typed } from './access.ts';
import type { Texts } from './texts.ts';

interface Props {
  readonly typed: Typed;
  readonly faults: Faults;
  readonly known: readonly Cohort[];
  readonly text: Texts;
  /** Of somebody whose rights are not to be changed here: the name and the language alone. */
  readonly fixed?: boolean;
}

/** Name, role and cohorts of somebody, with each fault beside its field. */
export function AccessFields({ typed, faults, known, text, fixed = false }: Props) {
  const fault = (field: keyof Faults) => faults[field] && text.faults[faults[field]];
  return (
    <>
      <TextField name="name" label={text.name} hint={text.nameHint} value={typed.name} error={fault('name')} required />
      <Select name="language" label={text.language} value={typed.language} options={Object.entries(text.languages)} />
      {fixed ? (
        <input type="hidden" name="role" value={typed.role} />
      ) : (
        <>
          <Select
            name="role"
            label={text.role}
            hint={text.roleHint}
            value={typed.role}
            error={fault('role')}
            options={memberRoles.map((role) => [role, text.roles[role]] as const)}
          />
          <fieldset aria-describedby={faults.cohorts ? 'cohorts-error' : undefined}>
            <legend>
              {text.cohortsLegend}
              <small>{text.cohortsHint}</small>
            </legend>
            <label>
              <input type="checkbox" name="every-cohort" value="yes" checked={typed.everyCohort} /> {text.everyCohort}
            </label>
            {known.map(({ cohortId, name }) => (
              <label key={cohortId}>
                <input type="checkbox" name="cohort" value={cohortId} checked={typed.cohorts.includes(cohortId)} />{' '}
                {name}
              </label>
            ))}
            {faults.cohorts ? (
              <small id="cohorts-error" class="error">
                {fault('cohorts')}
              </small>
            ) : null}
          </fieldset>
        </>
      )}
    </>
  );
}
