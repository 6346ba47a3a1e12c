import type { Help } from '../../shared/help/help.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { SaveForm } from '../../shared/web/form.tsx';
import { type Language, participantPage } from '../../shared/web/layout.tsx';
import { OnceMore } from '../../shared/web/once-more.tsx';
import { texts } from './texts.ts';

export interface HelpView {
  readonly stage: string;
  readonly language: Language;
  readonly speaker: Speaker;
  readonly cohort: string;
  readonly asked: Help;
  readonly askedOn: string;
  /** Absent: erased. */
  readonly person: Participant | undefined;
  readonly rendered: string;
  readonly onceMore: boolean;
}

export function helpPage(view: HelpView): string {
  const { stage, language, speaker, asked, person, rendered } = view;
  const words = texts(speaker);
  return participantPage({
    stage,
    language,
    programme: speaker.programme,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        {view.onceMore && asked.state !== 'closed' ? (
          <OnceMore say={speaker.say} button={words[asked.state].button} />
        ) : null}
        <p class="lead">{words.lead[asked.about]}</p>
        {person ? (
          <dl class="facts">
            <dt>{words.name}</dt>
            <dd>{person.name}</dd>
            <dt>{words.address}</dt>
            <dd>
              <a href={`mailto:${person.address}`}>{person.address}</a>
            </dd>
            <dt>{words.role}</dt>
            <dd>{words.roles[person.role]}</dd>
            <dt>{words.cohort}</dt>
            <dd>{view.cohort}</dd>
            <dt>{words.askedOn}</dt>
            <dd>{words.day(view.askedOn)}</dd>
          </dl>
        ) : (
          <p class="note">{words.unknown}</p>
        )}
        {asked.state === 'closed' ? (
          <p class="note">{words.closed}</p>
        ) : (
          <>
            <p>{words[asked.state].text}</p>
            <SaveForm rendered={rendered} save={words[asked.state].button}>
              <input type="hidden" name="move" value={asked.state === 'open' ? 'take' : 'close'} />
            </SaveForm>
          </>
        )}
        <p class="quiet">{words.secret}</p>
      </div>
    ),
  });
}
