import type { ComponentChildren } from 'preact';
import { Choices, Notice, SaveForm } from '../../../shared/web/form.tsx';
import { participantPage } from '../../../shared/web/layout.tsx';
import { OnceMore } from '../../../shared/web/once-more.tsx';
import type { OpenPair, Visit } from '../visit.ts';

export interface PairView extends Pick<Visit, 'frame' | 'speaker' | 'home'> {
  readonly pairs: readonly OpenPair[];
  /** The form's fields as they came or as they stand. */
  readonly sent: { readonly pair: string | undefined };
  readonly today: string;
  readonly wrong: readonly string[];
  readonly onceMore: boolean;
  readonly rendered: string;
}

interface Words extends Readonly<Record<'title' | 'lead' | 'reads' | 'none' | 'pair' | 'save' | 'back', string>> {
  /** By the field, and the title over them. */
  readonly wrong: Readonly<Record<string, string>>;
}

/** A page on which one of a pair enters something for both; who is in several pairs says first in which. */
export function pairSheet(view: PairView, words: Words, fields: ComponentChildren): string {
  const { pairs, wrong } = view;
  return participantPage({
    ...view.frame,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        {pairs.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            {view.onceMore ? <OnceMore say={view.speaker.say} button={words.save} /> : null}
            {wrong.length > 0 ? (
              <Notice title={words.wrong.title ?? ''} tone="bad">
                {wrong.map((field) => (
                  <p key={field}>{words.wrong[field]}</p>
                ))}
              </Notice>
            ) : null}
            <p class="lead">{words.lead}</p>
            <p class="note">{words.reads}</p>
            <SaveForm rendered={view.rendered} save={words.save}>
              {pairs.length > 1 ? (
                <Choices
                  name="pair"
                  legend={words.pair}
                  choices={pairs.map(({ pair, partner }) => ({ value: pair.pairId, label: partner ?? '…' }))}
                  chosen={view.sent.pair}
                  required
                />
              ) : null}
              {fields}
            </SaveForm>
          </>
        )}
        <p class="quiet">
          <a href={view.home}>{words.back}</a>
        </p>
      </div>
    ),
  });
}
