import type { ComponentChildren } from 'preact';
import { formFields } from './rendered.ts';

export interface SaveFormProps {
  /** See `renderToken`. */
  readonly rendered: string;
  readonly save: ComponentChildren;
  /** Absent: the page's own path. */
  readonly action?: string;
  /** A second, quiet button; sends the form with this field, however much of it is filled in. */
  readonly also?: { readonly name: string; readonly label: ComponentChildren };
  readonly children?: ComponentChildren;
}

/**
 * A form with one button to press. It carries its signed render time, and a second button that only machines find;
 * that one comes last, so that the Enter key never presses it.
 */
export function SaveForm({ rendered, save, action, also, children }: SaveFormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={formFields.rendered} value={rendered} />
      {children}
      <button type="submit" name={formFields.button} value={formFields.person}>
        {save}
      </button>
      {also ? (
        <button class="plain" type="submit" name={also.name} value="yes" formnovalidate>
          {also.label}
        </button>
      ) : null}
      <button
        class="aside"
        type="submit"
        name={formFields.button}
        value={formFields.machine}
        tabIndex={-1}
        aria-hidden="true"
      >
        {save}
      </button>
    </form>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
}

type Layout = 'one' | 'two' | 'short';
const tiles = { one: 'tiles', two: 'tiles two', short: 'tiles short' } as const satisfies Record<Layout, string>;

interface ChoicesProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly choices: readonly Choice[];
  readonly chosen?: string | undefined;
  readonly required?: boolean;
  /** `two`: side by side where there is room. `short`: as many as fit. */
  readonly layout?: Layout;
  readonly children?: ComponentChildren;
}

/** One of several, as tiles that can be tapped anywhere. */
export function Choices({ name, legend, hint, choices, chosen, required, layout = 'one', children }: ChoicesProps) {
  return (
    <fieldset>
      <legend>
        {legend}
        {hint === undefined ? null : <small>{hint}</small>}
      </legend>
      <div class={tiles[layout]}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              required={required}
            />
            <span>
              {choice.label}
              {choice.hint === undefined ? null : <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

interface ScaleProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly low: string;
  readonly high: string;
  readonly chosen?: string | undefined;
}

/** Five steps in a row. What the ends mean is part of their labels, so that it is also heard. */
export function Scale({ name, legend, hint, values, low, high, chosen }: ScaleProps) {
  const meaning = (index: number) => (index === 0 ? low : index === values.length - 1 ? high : undefined);
  return (
    <fieldset>
      <legend>
        {legend}
        {hint === undefined ? null : <small>{hint}</small>}
      </legend>
      <div class="tiles scale">
        {values.map(({ value, label }, index) => (
          <label key={value}>
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>
              {label}
              {meaning(index) === undefined ? null : <span class="visually-hidden">: {meaning(index)}</span>}
            </span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}

interface ChecksProps {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly layout?: Layout;
}

/** Any of several. */
export function Checks({ name, legend, hint, choices, chosen, layout = 'two' }: ChecksProps) {
  return (
    <fieldset>
      <legend>
        {legend}
        {hint === undefined ? null : <small>{hint}</small>}
      </legend>
      <div class={tiles[layout]}>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input type="checkbox" name={name} value={choice.value} checked={chosen.includes(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Said above a form that was sent and not saved; the reader hears it first. */
export function Notice({
  tone = 'care',
  title,
  children,
}: {
  tone?: 'care' | 'bad' | 'good';
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={tone === 'good' ? 'note' : `note ${tone}`} role={tone === 'good' ? 'status' : 'alert'}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
