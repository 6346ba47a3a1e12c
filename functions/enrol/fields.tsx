import type { ComponentChildren } from 'preact';
import { Checks, Choices } from '../../shared/web/form.tsx';
import { type Field, type Fields, mostPartners, offeredLanguages, type Wrong } from './form.ts';
import type { texts } from './texts.ts';

export type Words = ReturnType<typeof texts>;

interface FormFieldsProps {
  readonly words: Words;
  readonly language: 'de' | 'en';
  readonly topics: readonly string[];
  readonly fields: Fields;
  readonly wrong: Wrong;
}

export function FormFields({ words, language, topics, fields, wrong }: FormFieldsProps) {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const text = (field: Exclude<Field, 'topics' | 'languages'>) => ({ field, value: fields[field], words, wrong });
  /** A group's fault stands in its hint, where it is read out with the legend. */
  const hint = (field: Field, usual?: string) => (
    <span id={field}>{wrong[field] ? <strong>{faultOf(field, wrong, words)}</strong> : usual}</span>
  );
  const choicesOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Choices
        name="role"
        legend={words.labels.role}
        hint={hint('role')}
        choices={choicesOf(words.roles)}
        chosen={fields.role}
        layout="two"
      />
      <Line {...text('name')} autocomplete="name" required />
      <Line {...text('email')} type="email" autocomplete="email" hint={words.hints.email} required />
      <Line {...text('callName')} autocomplete="nickname" hint={words.hints.callName} />
      <Checks
        name="topics"
        legend={words.labels.topics}
        hint={hint('topics', words.hints.topics)}
        choices={topics.map((topic) => ({ value: topic, label: topic }))}
        chosen={fields.topics}
      />
      <Checks
        name="languages"
        legend={words.labels.languages}
        hint={hint('languages')}
        choices={offeredLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }))}
        chosen={fields.languages}
        layout="short"
      />
      <Choices
        name="letterLanguage"
        legend={words.labels.letterLanguage}
        hint={hint('letterLanguage')}
        choices={choicesOf({ de: 'Deutsch', en: 'English' })}
        chosen={fields.letterLanguage}
        layout="short"
      />
      <Line {...text('hours')} hint={words.hints.hours} required />
      <Labelled {...text('timeZone')}>
        {(aria) => (
          <select name="timeZone" {...aria}>
            {[...new Set([fields.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort().map((zone) => (
              <option key={zone} value={zone} selected={zone === fields.timeZone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Choices
        name="meetingMode"
        legend={words.labels.meetingMode}
        hint={hint('meetingMode')}
        choices={choicesOf(words.modes)}
        chosen={fields.meetingMode}
        layout="short"
      />
      <Labelled {...text('capacity')}>
        {(aria) => (
          <select name="capacity" {...aria}>
            {Array.from({ length: mostPartners }, (_, index) => String(index + 1)).map((count) => (
              <option key={count} value={count} selected={count === fields.capacity}>
                {count}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled {...text('pleaseNot')} hint={words.hints.pleaseNot}>
        {(aria) => (
          <textarea name="pleaseNot" rows={3} maxLength={2_000} {...aria}>
            {fields.pleaseNot}
          </textarea>
        )}
      </Labelled>
      <Line {...text('schedulingContact')} type="email" hint={words.hints.schedulingContact} />
    </>
  );
}

interface LabelledProps {
  readonly field: Field;
  readonly words: Words;
  readonly wrong: Wrong;
  readonly hint?: string;
  readonly children: (aria: { id: Field; 'aria-invalid'?: 'true'; 'aria-describedby'?: string }) => ComponentChildren;
}

/** A field with what is wrong with it right below. */
function Labelled({ field, words, wrong, hint, children }: LabelledProps) {
  const fault = faultOf(field, wrong, words);
  return (
    <label htmlFor={field}>
      {words.labels[field]}
      {hint === undefined ? null : <small>{hint}</small>}
      {children({ id: field, ...(fault ? { 'aria-invalid': 'true', 'aria-describedby': `${field}-fault` } : {}) })}
      {fault ? <small id={`${field}-fault`}>{fault}</small> : null}
    </label>
  );
}

interface LineProps extends Omit<LabelledProps, 'children'> {
  readonly value: string;
  readonly type?: 'text' | 'email';
  readonly autocomplete?: 'name' | 'email' | 'nickname' | 'off';
  readonly required?: boolean;
}

function Line({ value, type = 'text', autocomplete = 'off', required, ...labelled }: LineProps) {
  return (
    <Labelled {...labelled}>
      {(aria) => {
        const rest = { name: labelled.field, value, maxLength: 254, autocomplete, required, ...aria };
        return type === 'email' ? <input type="email" {...rest} /> : <input type="text" {...rest} />;
      }}
    </Labelled>
  );
}

export function faultOf(field: Field, wrong: Wrong, words: Words): string | undefined {
  const fault = wrong[field];
  return fault && words.faults[fault];
}
