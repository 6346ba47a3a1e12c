import type { Instant } from '../../events/define.ts';
import type { Reply } from './http.ts';
import { plainPage, type Where } from './neutral.tsx';

const texts = {
  de: {
    title: 'Bitte eine kleine Pause',
    text: 'Über diesen Link wurde in der letzten Stunde ungewöhnlich oft gespeichert. Zur Sicherheit nehmen wir gerade nichts mehr an; alles, was vorher gespeichert wurde, bleibt.',
    hint: 'In spätestens einer Stunde geht es weiter, mit demselben Link.',
  },
  en: {
    title: 'Please wait a little',
    text: 'This link was used to save something unusually often within an hour. To be safe we take nothing more right now; everything that was saved before stays.',
    hint: 'It goes on in an hour at the latest, by the same link.',
  },
} as const;

const hour = 3_600_000;

/** More was sent by this link than a person sends (see `shared/token/posts.dynamodb.ts`); nothing was saved. */
export const tooMany = (where: Where, at: Instant): Reply => ({
  status: 429,
  body: plainPage(where, texts[where.language]),
  headers: { 'retry-after': String(Math.ceil((hour - (Date.parse(at) % hour)) / 1000)) },
});
