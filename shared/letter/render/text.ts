import type { Block, Choice, Content } from '../content/block.ts';
import type { Framing } from '../content/frame.ts';

/** Columns of a plain letter. Links are never broken: a broken link opens nothing. */
const width = 76;

/** The text part, from the same blocks as the HTML part. */
export function text({ blocks }: Content, { banner, talk, links }: Framing): string {
  const parts = [
    ...(banner === null ? [] : [`*** ${banner} ***`]),
    ...blocks.map(blockText),
    '-- ',
    ...(talk === null
      ? []
      : [
          [
            talk.title,
            ...talk.groups.map(({ label, people }) =>
              [`${label}:`, ...people.map((person) => `  ${person}`)].join('\n'),
            ),
          ].join('\n'),
        ]),
    ...(links.length > 0 ? [links.map(linked).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'greeting':
    case 'paragraph':
    case 'question':
    case 'signature':
      return block.text
        .split('\n')
        .map((line) => wrap(line))
        .join('\n');
    case 'note':
      return wrap(`${block.title}: ${block.text}`, '| ', '| ');
    case 'steps':
      return block.items.map((item, index) => wrap(item, `${index + 1}. `, '   ')).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => wrap(`${label}: ${value}`, '', '  ')).join('\n');
    case 'choices':
      return block.choices.map(linked).join('\n');
    case 'button':
      return linked(block);
  }
}

function linked({ label, href }: Choice): string {
  return `${label}:\n  ${href}`;
}

function wrap(line: string, first = '', rest = first): string {
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of line.split(' ')) {
    if (!empty && current.length + 1 + word.length > width) {
      lines.push(current);
      current = rest;
      empty = true;
    }
    current += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, current].join('\n');
}
