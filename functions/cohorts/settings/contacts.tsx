import type { Errors } from '../../../shared/desk/faults.ts';
import { TextField } from '../../../shared/desk/form.tsx';
import { rowsOf, type Values } from './fields.ts';
import type { Texts } from './texts.ts';

export interface Typed {
  readonly values: Values;
  readonly errors: Errors;
  readonly text: Texts;
}

/** People by name and address, with a row to spare. */
export function Contacts({
  values,
  errors,
  text,
  prefix,
  legend,
  hint,
}: Typed & { prefix: 'coordinator' | 'independent'; legend: string; hint: string }) {
  const rows = Array.from({ length: rowsOf(values, prefix) }, (_, row) => row);
  return (
    <fieldset>
      <legend>
        {legend}
        <small>{hint}</small>
      </legend>
      {rows.map((row) => (
        <div class="columns" key={row}>
          {(['name', 'address'] as const).map((part) => {
            const name = `${prefix}-${part}-${row}`;
            return (
              <TextField
                key={part}
                name={name}
                type={part === 'address' ? 'email' : 'text'}
                label={part === 'address' ? text.personAddress : text.personName}
                value={values[name] ?? ''}
                error={errors[name] && text.fault(errors[name])}
                required={row === 0}
              />
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
