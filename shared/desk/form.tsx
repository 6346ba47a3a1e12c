import type { ComponentChildren } from 'preact';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** What stands around a control: its label, its hint, and its error right beside it. */
function Around({ name, label, hint, error, children }: Omit<FieldProps, 'value'> & { children: ComponentChildren }) {
  return (
    <label for={name}>
      {label}
      {hint ? <small id={`${name}-hint`}>{hint}</small> : null}
      {children}
      {error ? (
        <small id={`${name}-error`} class="error">
          {error}
        </small>
      ) : null}
    </label>
  );
}

const described = ({ name, hint, error }: Omit<FieldProps, 'value' | 'label'>) => ({
  id: name,
  name,
  'aria-describedby':
    [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter((id) => id !== '').join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
});

export function TextField({
  type = 'text',
  required = false,
  ...field
}: FieldProps & { type?: keyof typeof inputs; required?: boolean }) {
  const given = { ...described(field), value: field.value, required };
  return <Around {...field}>{inputs[type](given)}</Around>;
}

type Given = ReturnType<typeof described> & { readonly value: string; readonly required: boolean };
/** One for each type: what may stand beside a type depends on it. */
const inputs = {
  text: (given: Given) => <input {...given} type="text" />,
  url: (given: Given) => <input {...given} type="url" />,
  color: (given: Given) => <input {...given} type="color" />,
  email: (given: Given) => <input {...given} type="email" />,
  date: (given: Given) => <input {...given} type="date" />,
  number: (given: Given) => <input {...given} type="number" />,
};

/** The visitor's own address, which the browser may fill in. */
export function OwnAddressField(field: FieldProps) {
  return (
    <Around {...field}>
      <input {...described(field)} type="email" autocomplete="email" value={field.value} required />
    </Around>
  );
}

export function TextArea({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  return (
    <Around {...field}>
      <textarea {...described(field)} rows={rows} value={field.value} />
    </Around>
  );
}

export function Select({ options, ...field }: FieldProps & { options: readonly (readonly [string, string])[] }) {
  return (
    <Around {...field}>
      <select {...described(field)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === field.value}>
            {text}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** A form of one button: everything that it does is in its action. */
export function Action({
  to,
  label,
  plain = false,
  fields = {},
}: {
  to: string;
  label: string;
  plain?: boolean;
  fields?: Readonly<Record<string, string>>;
}) {
  return (
    <form method="post" action={to}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={plain ? 'plain' : undefined}>
        {label}
      </button>
    </form>
  );
}
