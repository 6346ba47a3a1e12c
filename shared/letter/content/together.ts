import type { Block, Content } from './block.ts';

/** A longer subject is cut by most inboxes: then the first purpose speaks for all. */
const longestSubject = 110;

/**
 * Several letters to the same reader as one: the first greets, each of the others begins with its own subject, and the
 * signature stands once, at the end. Nothing that can be pressed is left out, and who reads an answer is said once.
 */
export function together(first: Content, others: readonly Content[]): Content {
  if (others.length === 0) return first;
  const subject = [first, ...others].map((content) => content.subject).join(' + ');
  const said = new Set(first.blocks.filter(isNote).map(textOf));
  const blocks = others.flatMap((content): Block[] => [
    { kind: 'question', text: content.subject },
    ...content.blocks.filter((block) => !framing(block) && !(isNote(block) && said.has(textOf(block)))),
  ]);
  return {
    subject: subject.length <= longestSubject ? subject : first.subject,
    preview: first.preview,
    blocks: [
      ...first.blocks.filter(({ kind }) => kind !== 'signature'),
      ...blocks,
      ...first.blocks.filter(({ kind }) => kind === 'signature'),
    ],
  };
}

const isNote = ({ kind }: Block): boolean => kind === 'note';
const framing = ({ kind }: Block): boolean => kind === 'greeting' || kind === 'signature';
const textOf = (block: Block): string => JSON.stringify(block);
