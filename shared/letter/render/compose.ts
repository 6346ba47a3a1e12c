import * as z from 'zod/mini';
import { letter } from '../compiled/letter.js';
import type { Content } from '../content/block.ts';
import { type LetterVariables, type WrittenKind, write } from '../content/contents.ts';
import { Frame, framing } from '../content/frame.ts';
import { withOwnWords } from '../content/own-words.ts';
import { together } from '../content/together.ts';
import { text } from './text.ts';
import { view } from './view.ts';

/** A letter that is ready to become MIME. */
export interface Composed {
  subject: string;
  html: string;
  text: string;
}

/**
 * Writes one letter and draws it twice; `others` are letters to the same reader that go in the same envelope. Throws a
 * `ZodError` for a variable or frame that no letter may carry (a name with a line break, a link that is not https).
 */
export function compose<Kind extends WrittenKind>(
  kind: Kind,
  variables: LetterVariables[Kind],
  around: Frame,
  others: readonly Content[] = [],
): Composed {
  const frame = z.parse(Frame, around);
  const content = together(withOwnWords(kind, write(kind, variables, frame), frame.own), others);
  const words = framing(frame);
  return { subject: content.subject, html: letter(view(content, frame, words)), text: text(content, words) };
}
