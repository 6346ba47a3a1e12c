import type { LocalDate } from '../../events/ids.ts';
import type { Mail } from './mail.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { ownWords } from './words.ts';

export interface Reader {
  /** The writer's own name, in words. */
  readonly names: readonly string[];
  /** The day on which the mail came, on the writer's calendar. */
  readonly today: LocalDate;
}

/** What a mail that somebody wrote says. */
export function meaningOfMail({ text }: Mail, { names, today }: Reader): Meaning {
  const words = ownWords(text, names);
  return words === undefined ? 'unclear' : meaningOf(words, today);
}
