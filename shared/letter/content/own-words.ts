import * as z from 'zod/mini';
import type { Block, Content } from './block.ts';
import { paragraph } from './phrases.ts';

export const mostOwnWords = 600;

/** Plain text of HR, a few lines. */
const Words = z.optional(z.string().check(z.maxLength(mostOwnWords), z.regex(/^[\P{Cc}\n]*$/u)));

/** What HR adds to letters in its own words, in one language. Who reads an answer is said by us, and stays as it is. */
export const OwnWords = z.object({ opening: Words, introduction: Words, closing: Words });
export type OwnWords = z.infer<typeof OwnWords>;
export type Place = keyof OwnWords;

/**
 * Where they stand. Never in letters about a pause, a farewell or a pair that came to nothing, where cheerful words
 * hurt, nor in receipts and reminders, which must stay short.
 */
export const lettersOf = {
  opening: ['confirm'],
  introduction: ['introduction'],
  closing: ['confirm', 'introduction', 'check-in'],
} as const satisfies Record<Place, readonly string[]>;

export function withOwnWords(kind: string, content: Content, own: OwnWords | null | undefined): Content {
  const said = (place: Place): Block[] =>
    (lettersOf[place] as readonly string[]).includes(kind) ? paragraphsOf(own?.[place]) : [];
  const [opening, note, closing] = [said('opening'), said('introduction'), said('closing')];
  if (opening.length + note.length + closing.length === 0) return content;
  const blocks = opening.length > 0 ? afterGreeting(content.blocks, opening) : [...content.blocks];
  // What the reader is to do stays what comes last before the farewell of HR.
  put(blocks, note, ({ kind: each }) => each === 'question');
  put(blocks, closing, ({ kind: each }) => each === 'signature');
  return { ...content, blocks };
}

const paragraphsOf = (text = ''): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(paragraph);

/** A German letter goes on in lower case after its greeting, which is no longer right for what follows now. */
function afterGreeting(blocks: readonly Block[], opening: readonly Block[]): Block[] {
  const [greeting, first, ...rest] = blocks;
  if (!greeting || !first) return [...blocks];
  const next =
    first.kind === 'paragraph' ? paragraph(first.text.slice(0, 1).toUpperCase() + first.text.slice(1)) : first;
  return [greeting, ...opening, next, ...rest];
}

function put(blocks: Block[], added: readonly Block[], before: (block: Block) => boolean): void {
  if (added.length === 0) return;
  const at = blocks.findIndex(before);
  blocks.splice(at < 0 ? blocks.length : at, 0, ...added);
}
