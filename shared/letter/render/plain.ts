import * as z from 'zod/mini';
import { type LetterVariables, type WrittenKind, write } from '../content/contents.ts';
import { Frame, framing } from '../content/frame.ts';
import { text } from './text.ts';

/** A letter as its text part alone: for pages that show letters and should not carry the HTML layout. */
export interface Plain {
  readonly language: Frame['language'];
  readonly subject: string;
  readonly text: string;
}

/** Throws, as `compose` does, for what no letter may carry. */
export function plain<Kind extends WrittenKind>(kind: Kind, variables: LetterVariables[Kind], around: Frame): Plain {
  const frame = z.parse(Frame, around);
  const content = write(kind, variables, frame);
  return { language: frame.language, subject: content.subject, text: text(content, framing(frame)) };
}
