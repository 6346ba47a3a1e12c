import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export const readHtml = (html: string): Parent => parse(html);

/** Every element below, in the order of the document. */
export function* elements(parent: Parent): Generator<Element> {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elements(node);
  }
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

export const has = (element: Element, name: string): boolean => attribute(element, name) !== undefined;

const silent = new Set(['script', 'style', 'template', 'head']);
const inline = new Set(['a', 'b', 'em', 'i', 'small', 'span', 'strong', 'time', 'code', 'abbr', 'label']);

/** What a reader sees of it: one line per block, blanks as a browser shows them. */
export function textOf(parent: Parent): string {
  return raw(parent)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function raw(parent: Parent): string {
  return parent.childNodes
    .map((node) => {
      if (node.nodeName === '#text' && 'value' in node) return node.value.replaceAll(/\s+/g, ' ');
      if (!isElement(node) || silent.has(node.tagName)) return '';
      const text = raw(node);
      return inline.has(node.tagName) ? text : `\n${text}\n`;
    })
    .join('');
}

/** Shown to nobody: neither seen nor read aloud. */
export function invisible(element: Element): boolean {
  for (let node: Parent | null = element; node && 'attrs' in node; node = node.parentNode) {
    if (attribute(node, 'aria-hidden') === 'true' || has(node, 'hidden')) return true;
  }
  return false;
}

export function isInside(element: Element, other: Element): boolean {
  for (let node = element.parentNode; node; node = 'parentNode' in node ? node.parentNode : null) {
    if (node === other) return true;
  }
  return false;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
