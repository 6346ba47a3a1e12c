import { type QuestionId, questions } from '../../shared/check-in/questions.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import { closedAs } from '../../shared/web/closed.tsx';
import { Choices, SaveForm, Scale } from '../../shared/web/form.tsx';
import { type ParticipantFrame, participantPage } from '../../shared/web/layout.tsx';
import { type Reason, Unsaved } from '../../shared/web/unsaved.tsx';
import { type About, type Texts, texts } from './texts.ts';

export interface View {
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  readonly speaker: Speaker;
  readonly about: About;
}

export interface FormView extends View {
  readonly questions: readonly QuestionId[];
  readonly asksFit: boolean;
  /** What is selected: from the link, from what was saved and may be shown, or from a form that must be sent again. */
  readonly chosen: Readonly<Record<string, string | undefined>>;
  readonly answeredBefore: boolean;
  readonly closes: string | undefined;
  readonly rendered: string;
  readonly notice?: Reason | undefined;
}

export function formPage(view: FormView): string {
  const { frame, speaker, about, chosen, closes, notice } = view;
  const words = texts(speaker, about);
  const asked = view.questions.filter((id) => questions[id].slot === 'rotation');
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.heading}</h1>
        <Unsaved notice={notice} say={speaker.say} words={words} />
        <p class="lead">{words.lead}</p>
        <SaveForm rendered={view.rendered} save={words.save}>
          <Choices
            name="P1"
            legend={words.question.P1}
            hint={words.reads.operational}
            choices={choicesOf(words.choices.P1)}
            chosen={chosen.P1}
            required
          />
          {view.questions.includes('P2') ? (
            <details class="folded" open={chosen.P2 !== undefined}>
              <summary>{words.question.P2}</summary>
              <Choices
                name="P2"
                legend={<span class="visually-hidden">{words.question.P2}</span>}
                hint={words.reads.operational}
                choices={choicesOf(words.choices.P2)}
                chosen={chosen.P2}
                layout="two"
              />
            </details>
          ) : null}
          {asked.map((id) => (
            <Rotation key={id} id={id} words={words} chosen={chosen[id]} answeredBefore={view.answeredBefore} />
          ))}
          {view.asksFit ? (
            <Choices
              name="fit"
              legend={words.question.fit}
              hint={words.fitReads}
              choices={questions.fit.choices.map((value) => ({ value, label: words.choices.fit[value] }))}
              chosen={chosen.fit}
            />
          ) : null}
          {view.questions.includes('P7') ? (
            <Choices
              name="P7"
              legend={words.question.P7}
              hint={words.reads.help}
              choices={choicesOf(words.choices.P7)}
              chosen={chosen.P7}
            />
          ) : null}
        </SaveForm>
        {closes === undefined ? null : <p class="quiet">{words.openUntil(closes)}</p>}
      </div>
    ),
  });
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface RotationProps {
  readonly id: QuestionId;
  readonly words: Texts;
  readonly chosen: string | undefined;
  readonly answeredBefore: boolean;
}

function Rotation({ id, words, chosen, answeredBefore }: RotationProps) {
  const shared = {
    name: id,
    legend: words.question[id],
    hint: answeredBefore ? `${words.reads.confidential} ${words.keptSecret}` : words.reads.confidential,
    chosen,
  };
  if (id === 'P6') return <Choices {...shared} choices={choicesOf(words.choices.P6)} />;
  const [low, high] = id === 'P3' ? words.ends.P3 : id === 'P5' ? words.ends.P5 : words.ends.P4;
  const values = questions[id].choices.map((value) => ({ value, label: id === 'P5' ? signed(value) : value }));
  return <Scale {...shared} values={values} low={low} high={high} />;
}

/** With a true minus sign, which is read and not skipped. */
const signed = (value: string) => (value.startsWith('-') ? `−${value.slice(1)}` : value === '0' ? '0' : `+${value}`);

export interface ThanksView extends View {
  readonly met: 'yes' | 'date' | 'no';
  /** Names of the contacts who hear of a request for help. */
  readonly helpFrom: readonly string[];
  readonly logLink: string;
  readonly planLink: string;
  readonly changeLink: string;
  readonly closes: string;
}

export function thanksPage({ frame, speaker, about, met, helpFrom, ...links }: ThanksView): string {
  const { logLink, planLink, changeLink, closes } = links;
  const { thanks, openUntil } = texts(speaker, about);
  return participantPage({
    ...frame,
    title: thanks.title,
    children: (
      <div class="sheet">
        <h1>{thanks.title}</h1>
        {helpFrom.map((names) => (
          <p key={names} class="note">
            {thanks.help(names)}
          </p>
        ))}
        <p class="lead">{thanks.next[met]}</p>
        <p class="actions">
          {met === 'yes' ? (
            <a href={logLink} class="button">
              {thanks.log}
            </a>
          ) : (
            <a href={planLink} class={met === 'date' ? 'button' : 'button plain'}>
              {thanks.plan}
            </a>
          )}
          <a href={changeLink} class="button plain">
            {thanks.change}
          </a>
        </p>
        <p class="quiet">
          {openUntil(closes)} {thanks.rest}
        </p>
      </div>
    ),
  });
}

export function closedPage({ frame, speaker, about }: View): string {
  const { closed } = texts(speaker, about);
  return closedAs(frame, closed);
}
