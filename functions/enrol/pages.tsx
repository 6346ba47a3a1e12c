import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import { Notice, SaveForm } from '../../shared/web/form.tsx';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { OnceMore } from '../../shared/web/once-more.tsx';
import { FormFields, faultOf } from './fields.tsx';
import type { Field, Fields, Wrong } from './form.ts';
import { texts } from './texts.ts';

export interface View {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly cohort: Cohort;
}

export interface FormView extends View {
  readonly fields: Fields;
  readonly wrong: Wrong;
  readonly rendered: string;
  readonly notice?: 'once more' | 'too many' | 'kept' | 'no longer kept' | undefined;
}

export function formPage({ frame, speaker, cohort, fields, wrong, rendered, notice }: FormView): string {
  const words = texts(speaker, cohort.domains);
  const other = frame.language === 'de' ? 'en' : 'de';
  const faults = Object.keys(wrong) as Field[];
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        {notice === 'once more' ? <OnceMore say={speaker.say} button={words.save} /> : null}
        {notice === 'too many' ? (
          <Notice title={words.tooMany.title} tone="bad">
            <p>{words.tooMany.text}</p>
          </Notice>
        ) : null}
        {notice === 'kept' ? (
          <Notice title={words.kept.title} tone="good">
            <p>{words.kept.text(cohort.enrolmentDeadline)}</p>
          </Notice>
        ) : null}
        {notice === 'no longer kept' ? (
          <Notice title={words.notKept.title}>
            <p>{words.notKept.text}</p>
          </Notice>
        ) : null}
        {faults.length > 0 ? (
          <Notice title={words.wrong} tone="bad">
            <ul>
              {faults.map((field) => (
                <li key={field}>
                  <a href={`#${field}`}>{words.labels[field]}</a>: {faultOf(field, wrong, words)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <p class="lead">{words.lead}</p>
        <p>
          {words.until(cohort.enrolmentDeadline)}{' '}
          <a href={`?lang=${other}`} hreflang={other} lang={other}>
            {words.other}
          </a>
        </p>
        <div class="note">
          <h2>{words.readers.title}</h2>
          <p>{words.readers.text}</p>
        </div>
        <SaveForm rendered={rendered} save={words.save} also={{ name: 'keep', label: words.keep }}>
          <FormFields words={words} language={frame.language} topics={cohort.topics} fields={fields} wrong={wrong} />
        </SaveForm>
      </div>
    ),
  });
}

export function thanksPage({ frame, speaker, cohort, address }: View & { address: string }): string {
  const { thanks } = texts(speaker, cohort.domains);
  return participantPage({
    ...frame,
    title: thanks.title,
    children: (
      <div class="sheet">
        <h1>{thanks.title}</h1>
        <p class="lead">{thanks.text(address)}</p>
        <p>{thanks.waits}</p>
        <p class="quiet">{thanks.change}</p>
      </div>
    ),
  });
}

export function closedPage({ frame, speaker, cohort }: View): string {
  const { closed } = texts(speaker, cohort.domains);
  return participantPage({
    ...frame,
    title: closed.title,
    children: (
      <div class="sheet">
        <h1>{closed.title}</h1>
        <p class="lead">{cohort.domains.length > 0 ? closed.text(cohort.enrolmentDeadline) : closed.never}</p>
        <p>
          {closed.talk}{' '}
          {cohort.coordinators.map(({ name, address }, index) => (
            <span key={address}>
              {index === 0 ? '' : ', '}
              <a href={`mailto:${address}`}>{name}</a>
            </span>
          ))}
        </p>
      </div>
    ),
  });
}
