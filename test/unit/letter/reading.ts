import type { Block, Content } from '../../../shared/letter/content/block.ts';

/** Reads a letter as its reader would. */
export function words(content: Content): string[] {
  return [content.subject, content.preview, ...sentences(content)];
}

export function sentences({ blocks }: Content): string[] {
  return blocks.flatMap(blockSentences);
}

function blockSentences(block: Block): string[] {
  switch (block.kind) {
    case 'steps':
      return block.items;
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case 'note':
      return [block.title, block.text];
    case 'choices':
      return block.choices.map(({ label }) => label);
    case 'button':
      return [block.label];
    case 'signature':
      return block.text.split('\n');
    default:
      return [block.text];
  }
}

/** Words without line breaks, indentation and the marks of plain text. */
export function flat(text: string): string {
  return text.replace(/\s*\n(\| |\s)*\s*/g, ' ').replace(/\s+/g, ' ');
}

export function readable(html: string): string {
  return decoded(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]+>/g, ' '));
}

export function hrefs(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => decoded(href));
}

/** The markup of the button up to its link: how it looks. */
export function buttonOf(html: string, href: string): string {
  const at = decoded(html).indexOf(`href="${href}"`);
  if (at < 0) throw new Error(`no button leads to ${href}`);
  const before = decoded(html).slice(0, at);
  return before.slice(before.lastIndexOf('<tr>'));
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&');
}

/** Every value of nested variables with its path. */
export function leaves(value: unknown, path = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
