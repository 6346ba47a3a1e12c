import type { Language } from '../../../shared/cohort/cohort.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { TextArea } from '../../../shared/desk/form.tsx';
import { AsItWas } from '../../../shared/desk/together.tsx';
import { words } from '../../../shared/desk/words.ts';
import { lettersOf, mostOwnWords, type Place } from '../../../shared/letter/content/own-words.ts';
import { whoReadsAnswers, whoReadsWhat } from '../../../shared/letter/content/phrases.ts';
import { speaker } from '../../../shared/letter/content/voice.ts';
import type { LetterKindName } from '../../../shared/letter/kinds.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { texts } from './texts.ts';
import { type Typed, typedIn } from './typed.ts';

export interface Preview {
  readonly kind: LetterKindName;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

interface View {
  readonly language: Language;
  readonly typed: Typed;
  readonly wrong: Readonly<Partial<Record<Place, 'too long' | 'not plain' | 'changed meanwhile'>>>;
  readonly previews: readonly Preview[];
  readonly unsaved?: boolean;
}

/** HR's own words in the letters of one language, what stays ours, and how it reads. */
export function lettersPage(visit: CohortVisit, { language, typed, wrong, previews, unsaved }: View): Reply {
  const { cohort, request } = visit;
  const text = texts[visit.language];
  const word = words[visit.language];
  const home = `${homeOf(cohort.cohortId)}/settings`;
  const here = `${home}/letters?lang=${language}`;
  const voice = speaker({ language, address: cohort.addressForm, programme: cohort.branding.programme });
  const locked = [whoReadsWhat(voice), whoReadsAnswers(voice)].flatMap((block) => (block.kind === 'note' ? block : []));
  const faults = Object.keys(wrong).length;
  return cohortReply(visit, {
    title: text.title,
    tab: 'settings',
    status: faults > 0 ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <nav class="filter" aria-label={text.language}>
          {(['de', 'en'] as const).map((each) => (
            <a key={each} href={`?lang=${each}`} aria-current={each === language ? 'page' : undefined}>
              {text.languages[each]}
            </a>
          ))}
        </nav>
        {request.query.get('saved') === 'yes' ? (
          <p class="note good" role="status">
            {text.saved}
          </p>
        ) : null}
        {faults > 0 ? (
          <p class="note bad" role="alert">
            {text.notSaved}
          </p>
        ) : null}
        {unsaved ? (
          <p class="note care" role="status">
            {text.unsaved}
          </p>
        ) : null}
        <form method="post" action={here}>
          <input type="hidden" name="lang" value={language} />
          <AsItWas values={typedIn(cohort.letterTexts?.[language])} />
          {(Object.keys(lettersOf) as Place[]).map((place) => {
            const fault = wrong[place];
            return (
              <div key={place}>
                <TextArea
                  name={place}
                  label={text.places[place]}
                  hint={text.stands(lettersOf[place].map((kind) => word.kind[kind]).join(', '), mostOwnWords)}
                  value={typed[place]}
                  error={fault && text.faults[fault](typed[place].length, mostOwnWords)}
                />
                {typed[place] === '' ? null : (
                  <div class="actions">
                    <button type="submit" name="reset" value={place} class="plain" aria-label={text.resetOf(place)}>
                      {text.reset}
                    </button>
                  </div>
                )}
              </div>
            );
          })}
          <div class="actions">
            <button type="submit" name="what" value="save">
              {text.save}
            </button>
            <button type="submit" name="what" value="preview" class="plain">
              {text.preview}
            </button>
            <a href={home}>{text.back}</a>
          </div>
        </form>
        <h2>
          {text.locked} <span class="badge">{text.lockedBadge}</span>
        </h2>
        <p class="quiet">{text.lockedWhy}</p>
        {locked.map((block) => (
          <blockquote key={block.text} lang={language}>
            <strong>{block.title}</strong>
            <br />
            {block.text}
          </blockquote>
        ))}
        <h2>{text.preview}</h2>
        {previews.length === 0 ? <p>{text.nobody}</p> : <p class="quiet">{text.previewHint(previews[0]?.to ?? '')}</p>}
        {previews.map(({ kind, subject, text: body }, index) => (
          <details key={kind} open={index === 0}>
            <summary>{word.kind[kind]}</summary>
            <p lang={language}>
              <strong>{subject}</strong>
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section class="letter" tabIndex={0} aria-label={word.kind[kind]} lang={language}>
              {body}
            </section>
          </details>
        ))}
      </div>
    ),
  });
}
