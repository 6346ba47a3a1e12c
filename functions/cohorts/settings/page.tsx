import type { Language } from '../../../shared/cohort/cohort.ts';
import type { Effect } from '../../../shared/cohort/effects.ts';
import type { Locked } from '../../../shared/cohort/locked.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import type { Errors } from '../../../shared/desk/faults.ts';
import { Select, TextArea, TextField } from '../../../shared/desk/form.tsx';
import { day } from '../../../shared/desk/format.ts';
import { deskReply } from '../../../shared/desk/frame.tsx';
import { AsItWas } from '../../../shared/desk/together.tsx';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit, MemberVisit } from '../visit.ts';
import { Contacts, type Typed } from './contacts.tsx';
import { effectTexts } from './effect-texts.ts';
import { FaultList } from './fault-list.tsx';
import { type Values, valuesOf } from './fields.ts';
import { texts } from './texts.ts';

interface Edits {
  /** To the cohort whose settings these are. */
  readonly visit: CohortVisit;
  readonly home: string;
  readonly locked: Locked;
  /** What the edit does to people, to be looked at before it is saved; `seen` says that it was. */
  readonly effects?: readonly Effect[];
  readonly seen?: string;
}

interface Form {
  readonly values: Values;
  readonly errors: Errors;
  /** Absent: a new cohort. */
  readonly edits?: Edits;
  /** Hidden fields: the id of the cohort that is made, so that two presses make one. */
  readonly newId?: string;
}

export function settingsPage(visit: MemberVisit, { values, errors, edits, newId }: Form): Reply {
  const text = texts[visit.language];
  const title = edits ? text.editTitle : text.newTitle;
  const effectText = effectTexts[visit.language];
  const wrong = Object.keys(errors);
  const effects = edits?.effects ?? [];
  const body = {
    title,
    status: wrong.length > 0 ? 422 : 200,
    children: (
      <form method="post" action={visit.request.path} novalidate class="readable">
        <h1>{title}</h1>
        {wrong.length > 0 ? (
          <FaultList errors={errors} text={text} />
        ) : effects.length > 0 ? (
          <div class="note care" role="alert">
            <h2>{effectText.title}</h2>
            <ul>
              {effects.map((effect) => (
                <li key={JSON.stringify(effect)}>{effectText.says(effect)}</li>
              ))}
            </ul>
            <p>{effectText.lead}</p>
            <input type="hidden" name="seen" value={edits?.seen} />
            <div class="actions">
              <button type="submit">{effectText.save}</button>
            </div>
          </div>
        ) : edits ? (
          <p>
            <a href={`${edits.home}/settings/letters`}>{text.letterTexts}</a>
          </p>
        ) : (
          <p class="lead">
            {text.lead} {text.unlaunched}
          </p>
        )}
        {newId ? <input type="hidden" name="cohort" value={newId} /> : null}
        {edits ? <AsItWas values={valuesOf(edits.visit.cohort)} /> : null}
        <Fields
          values={values}
          errors={errors}
          text={text}
          locked={edits?.locked ?? {}}
          why={effectText.locked}
          language={visit.language}
        />
        <div class="actions">
          <button type="submit">{edits ? text.save : text.create}</button>
          <a href={edits?.home ?? '/desk'}>{text.cancel}</a>
        </div>
      </form>
    ),
  };
  return edits ? cohortReply(edits.visit, { ...body, tab: 'settings' }) : deskReply(visit, body);
}

type Why = (typeof effectTexts)['de']['locked'];

const inFolded = new Set(['goals', 'sponsor', 'replyTo', 'holidays', 'timeZone', 'capacity']);
const folded = (name: string) =>
  inFolded.has(name) || name.endsWith('Reminder') || name.endsWith('Closes') || name === 'consentSettles';

interface FieldsProps extends Typed {
  readonly language: Language;
  readonly locked: Locked;
  readonly why: Why;
}

function Fields({ values, errors, text, language, locked, why }: FieldsProps) {
  const dates = (['enrolmentDeadline', 'start', 'end'] as const).map((name) => [name, locked[name]] as const);
  const reasons = [...new Set(dates.flatMap(([, reason]) => reason ?? []))];
  const field = (name: string) => ({
    name,
    value: values[name] ?? '',
    error: errors[name] && text.fault(errors[name]),
  });
  return (
    <>
      <fieldset>
        <legend>{text.basics}</legend>
        <TextField {...field('name')} label={text.name} hint={text.nameHint} required />
        <TextField {...field('programme')} label={text.programme} hint={text.programmeHint} required />
        <TextArea {...field('topics')} label={text.topics} hint={text.topicsHint} rows={7} />
        <div class="columns">
          <Select {...field('language')} label={text.language} options={Object.entries(text.languages)} />
          <Select {...field('addressForm')} label={text.addressForm} options={Object.entries(text.addressForms)} />
        </div>
      </fieldset>
      <fieldset>
        <legend>
          {text.look}
          <small>{text.lookHint}</small>
        </legend>
        <TextField {...field('colour')} type="color" label={text.colour} hint={text.colourHint} />
        <div class="columns">
          <TextField {...field('logo')} type="url" label={text.logo} hint={text.logoHint} />
          <TextField {...field('logoAlt')} label={text.logoAlt} hint={text.logoAltHint} />
        </div>
        <TextArea {...field('signature')} label={text.signature} hint={text.signatureHint} rows={2} />
      </fieldset>
      <fieldset>
        <legend>{text.dates}</legend>
        <div class="columns three">
          {dates.map(([name, reason]) =>
            reason ? (
              <p key={name}>
                {text[name]}
                <br />
                <strong>{day(values[name] ?? '', language)}</strong> <span class="badge">{why.title}</span>
              </p>
            ) : (
              <TextField key={name} {...field(name)} type="date" label={text[name]} required />
            ),
          )}
        </div>
        {reasons.map((reason) => (
          <p class="quiet" key={reason}>
            {why[reason]}
          </p>
        ))}
        <div class="columns">
          <TextField {...field('sessions')} type="number" label={text.sessions} required />
          <TextField {...field('cadenceMonths')} type="number" label={text.cadenceMonths} required />
        </div>
      </fieldset>
      <Contacts
        values={values}
        errors={errors}
        text={text}
        prefix="coordinator"
        legend={text.coordinators}
        hint={text.peopleHint}
      />
      <Contacts
        values={values}
        errors={errors}
        text={text}
        prefix="independent"
        legend={text.independent}
        hint={text.independentHint}
      />
      <fieldset>
        <TextArea {...field('domains')} label={text.domains} hint={text.domainsHint} rows={2} />
      </fieldset>
      <details open={Object.keys(errors).some(folded)}>
        <summary>{text.more}</summary>
        <TextArea {...field('goals')} label={text.goals} rows={3} />
        <TextField {...field('capacity')} type="number" label={text.capacity} required />
        {locked.timeZone ? (
          <p>
            {text.timeZone}: <strong>{values.timeZone}</strong> <span class="badge">{why.title}</span>
          </p>
        ) : (
          <TextField {...field('timeZone')} label={text.timeZone} hint={text.timeZoneHint} required />
        )}
        <TextField {...field('sponsor')} label={text.sponsor} />
        <TextField {...field('replyTo')} type="email" label={text.replyTo} hint={text.replyToHint} />
        <Select
          {...field('replyByMail')}
          label={text.replyByMail}
          hint={text.replyByMailHint}
          options={Object.entries(text.replyByMailChoices)}
        />
        <TextArea {...field('holidays')} label={text.holidays} hint={text.holidaysHint} rows={3} />
        <div class="columns three">
          <TextField {...field('enrolmentReminder')} type="number" label={text.enrolmentReminder} required />
          <TextField {...field('checkInReminder')} type="number" label={text.checkInReminder} required />
          <TextField {...field('checkInCloses')} type="number" label={text.checkInCloses} required />
        </div>
        <fieldset>
          <legend>
            {text.consent}
            <small>{text.consentHint}</small>
          </legend>
          <div class="columns three">
            <TextField {...field('consentReminder')} type="number" label={text.consentReminder} required />
            <TextField {...field('consentCloses')} type="number" label={text.consentCloses} required />
            <TextField {...field('consentSettles')} type="number" label={text.consentSettles} required />
          </div>
        </fieldset>
      </details>
    </>
  );
}
