import type { Role } from '../../events/ids.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { Decision } from '../../shared/pair/consent.ts';
import { closedAs } from '../../shared/web/closed.tsx';
import { Choices, SaveForm } from '../../shared/web/form.tsx';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { type Reason, Unsaved } from '../../shared/web/unsaved.tsx';
import { type About, texts } from './texts.ts';

export interface View {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly role: Role;
  readonly partner: { readonly name: string; readonly callName: string; readonly unit?: string | undefined };
  /** On the reader's own clock. */
  readonly closesAt: string | undefined;
  readonly settlesOn: string | undefined;
}

export interface FormView extends View {
  readonly chosen: Decision | undefined;
  readonly rendered: string;
  readonly notice?: Reason | undefined;
}

const wordsOf = ({ speaker, role, partner, closesAt, settlesOn }: View) => {
  const about: About = {
    role,
    fullName: partner.unit ? `${partner.name} (${partner.unit})` : partner.name,
    partner: speaker.named(partner),
    closesAt,
    settlesOn,
  };
  return texts(speaker, about);
};

export function formPage({ chosen, rendered, notice, ...view }: FormView): string {
  const words = wordsOf(view);
  const { frame, speaker } = view;
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        <Unsaved notice={notice} say={speaker.say} words={words} />
        <p class="lead">{words.lead}</p>
        <div class="note">
          <h2>{words.privacy.title}</h2>
          <p>{words.privacy.text}</p>
          {words.final ? <p>{words.final.before}</p> : null}
        </div>
        <SaveForm rendered={rendered} save={words.save}>
          <Choices
            name="answer"
            legend={words.answer}
            hint={words.until}
            choices={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            chosen={chosen}
            layout="two"
            required
          />
        </SaveForm>
      </div>
    ),
  });
}

export function thanksPage({
  decision,
  changeLink,
  ...view
}: View & { decision: Decision; changeLink: string }): string {
  const words = wordsOf(view);
  const thanks = words.thanks[decision];
  const final = decision === 'yes' ? words.final : undefined;
  return participantPage({
    ...view.frame,
    title: thanks.title,
    children: (
      <div class="sheet">
        <h1>{thanks.title}</h1>
        <p class="lead">{thanks.text}</p>
        {final ? (
          <p class="quiet">{final.afterwards}</p>
        ) : (
          <p class="quiet">
            {words.changeable} <a href={changeLink}>{words.change}</a>
          </p>
        )}
      </div>
    ),
  });
}

/** The same for everybody and whatever has happened, so that it tells nothing. */
export function closedPage(view: View): string {
  const { closed } = wordsOf(view);
  return closedAs(view.frame, closed);
}
