import { page, type Reply, type Request } from './http.ts';
import { type Language, participantPage } from './layout.tsx';

const texts = {
  de: {
    gone: {
      title: 'Diese Seite gibt es nicht',
      text: 'Der Link ist unvollständig, abgelaufen oder nicht mehr gültig.',
      hint: 'Am besten hilft der Link aus der neuesten E-Mail. Wer dort unten als Ansprechperson steht, hilft auch weiter.',
    },
    elsewhere: {
      title: 'Das hat nicht geklappt',
      text: 'Diese Eingabe kam von einer anderen Website und wurde nicht angenommen. Es wurde nichts gespeichert.',
      hint: 'Bitte die Seite über den Link aus der E-Mail öffnen und dort noch einmal speichern.',
    },
    preview: {
      title: 'Vorschau: Es wurde nichts gespeichert',
      text: 'Dieser Link zeigt die Seite so, wie andere sie sehen. Speichern lässt sich damit nichts.',
      hint: '',
    },
  },
  en: {
    gone: {
      title: 'This page does not exist',
      text: 'The link is incomplete, has expired or is no longer valid.',
      hint: 'The link in your latest email is the best way back. The people named at its end can help, too.',
    },
    elsewhere: {
      title: 'That did not work',
      text: 'This input came from another website and was not accepted. Nothing was saved.',
      hint: 'Please open the page by the link in your email and save it there again.',
    },
    preview: {
      title: 'Preview: nothing was saved',
      text: 'This link shows the page as others see it. It cannot save anything.',
      hint: '',
    },
  },
} as const;

export interface Where {
  readonly stage: string;
  readonly language: Language;
}

/** The same page and status for a token that is forged, cut off, expired or of another type, and for any unknown path. */
export const notFound = (where: Where): Reply => page(plain(where, 'gone'), 404);

/** A POST that another site's page sent. */
export const refusedElsewhere = (where: Where): Reply => page(plain(where, 'elsewhere'), 403);

/** A POST by a preview link. */
export const previewSaved = (where: Where): Reply => page(plain(where, 'preview'));

/** Where nothing is known but the browser: `?lang=` before what it prefers. */
export function languageOf({ query, language }: Pick<Request, 'query' | 'language'>): Language {
  const asked = query.get('lang');
  return asked === 'de' || asked === 'en' ? asked : language;
}

const plain = (where: Where, which: keyof (typeof texts)['de']): string =>
  plainPage(where, texts[where.language][which]);

interface Words {
  readonly title: string;
  readonly text: string;
  readonly hint: string;
}

/** A title and a few sentences, for whoever it is. */
export const plainPage = ({ stage, language }: Where, { title, text, hint }: Words): string =>
  participantPage({
    language,
    stage,
    title,
    children: (
      <div class="sheet">
        <h1>{title}</h1>
        <p>{text}</p>
        {hint ? <p>{hint}</p> : null}
      </div>
    ),
  });
