import type { Role } from '../../events/ids.ts';
import { whoReadsWhat } from '../../shared/letter/content/phrases.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { SelfTold } from '../../shared/participant/participant.ts';
import { closedAs } from '../../shared/web/closed.tsx';
import { Choices, SaveForm } from '../../shared/web/form.tsx';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { SelfFields } from '../../shared/web/self-fields.tsx';
import { type Reason, Unsaved } from '../../shared/web/unsaved.tsx';
import { texts } from './texts.ts';
import { TypedFacts, type TypedView } from './typed.tsx';

export interface View {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly role: Role;
}

export interface FormView extends View {
  readonly chosen: 'yes' | 'no' | undefined;
  readonly self: SelfTold;
  /** What came by the form of the cohort and does not count yet. */
  readonly typed: TypedView | undefined;
  readonly topics: readonly string[];
  readonly rendered: string;
  readonly notice?: Reason | undefined;
}

export function formPage({ frame, speaker, role, chosen, self, typed, topics, rendered, notice }: FormView): string {
  const words = texts(speaker, role);
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        <Unsaved notice={notice} say={speaker.say} words={words} />
        <p class="lead">{words.lead}</p>
        <WhoReadsWhat speaker={speaker} />
        <SaveForm rendered={rendered} save={words.save}>
          <Choices
            name="answer"
            legend={words.answer}
            hint={words.voluntary}
            choices={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            chosen={chosen}
            layout="two"
            required
          />
          <h2>{words.ifYes}</h2>
          <p class="quiet">{words.ifYesHint}</p>
          {typed ? <p class="note">{words.typed}</p> : null}
          <SelfFields say={speaker.say} language={frame.language} role={role} self={self} topics={topics} />
          {typed ? <TypedFacts {...typed} language={frame.language} words={words} /> : null}
        </SaveForm>
      </div>
    ),
  });
}

function WhoReadsWhat({ speaker }: { speaker: Speaker }) {
  const note = whoReadsWhat(speaker);
  if (note.kind !== 'note') return null;
  return (
    <div class="note">
      <h2>{note.title}</h2>
      <p>{note.text}</p>
    </div>
  );
}

export interface ThanksView extends View {
  readonly deadline: string;
  readonly complete: boolean;
  readonly meLink: string;
  readonly changeLink: string;
}

export function thanksYesPage({ frame, speaker, role, deadline, complete, meLink, changeLink }: ThanksView): string {
  const { thanksYes, until, change } = texts(speaker, role);
  return participantPage({
    ...frame,
    title: thanksYes.title,
    children: (
      <div class="sheet">
        <h1>{thanksYes.title}</h1>
        <p class="lead">{thanksYes.text(deadline)}</p>
        {complete ? null : <p class="note care">{thanksYes.noTopic}</p>}
        <p class="actions">
          <a class="button" href={`${meLink}/data`}>
            {thanksYes.mine}
          </a>
          <a class="button plain" href={changeLink}>
            {change}
          </a>
        </p>
        <p class="quiet">{until}</p>
      </div>
    ),
  });
}

export function thanksNoPage({ frame, speaker, role, changeLink }: View & { changeLink: string }): string {
  const { thanksNo, until, change } = texts(speaker, role);
  return participantPage({
    ...frame,
    title: thanksNo.title,
    children: (
      <div class="sheet">
        <h1>{thanksNo.title}</h1>
        <p class="lead">{thanksNo.text}</p>
        <p class="quiet">
          {until} <a href={changeLink}>{change}</a>
        </p>
      </div>
    ),
  });
}

export function closedPage({ frame, speaker, role }: View): string {
  const { closed } = texts(speaker, role);
  return closedAs(frame, closed);
}
