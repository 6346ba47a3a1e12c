import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { contrast } from '../../../shared/letter/content/accent.ts';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

interface Rule {
  /** `.note td`, split at its spaces; `>` stands alone. */
  readonly selector: readonly string[];
  readonly colours: Colours;
}
interface Colours {
  readonly color?: string | undefined;
  readonly background?: string | undefined;
}
interface Seen extends Required<Colours> {
  readonly text: string;
}

/** Every word of a letter with its colour and the colour below it, as a mail program shows them. */
export function seen(html: string, theme: 'light' | 'dark'): Seen[] {
  const rules = theme === 'dark' ? darkRules(html) : [];
  const found: Seen[] = [];
  const walk = (node: Node, above: readonly Element[], inherited: { color: string; background: string }) => {
    if (node.nodeName === '#text' && 'value' in node) {
      if (node.value.trim() !== '') found.push({ text: node.value.trim(), ...inherited });
    } else if ('tagName' in node && node.tagName !== 'head') {
      const style = attribute(node, 'style');
      if (/display:\s*none/.test(style)) return;
      const path = [...above, node];
      const own = { ...given(declared(style)), ...forced(rules, path) };
      const { color = inherited.color, background = bgcolor(node) ?? inherited.background } = own;
      for (const child of node.childNodes) walk(child, path, { color, background });
    }
  };
  for (const node of parse(html).childNodes) walk(node, [], { color: '#000000', background: '#ffffff' });
  return found;
}

/** What is harder to read than WCAG 2.2 allows. */
export const faint = (html: string, theme: 'light' | 'dark'): string[] =>
  seen(html, theme)
    .filter(({ color, background }) => contrast(color, background) < 4.5)
    .map(({ text, color, background }) => `${theme}: “${text}” is ${color} on ${background}`);

const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

const bgcolor = (element: Element): string | undefined => hex(attribute(element, 'bgcolor'));

/** A colour as `#rrggbb`; anything else is none: `transparent`, `inherit`, a picture. */
function hex(value: string): string | undefined {
  const [found] = /#[0-9a-f]{6}\b/i.exec(value) ?? [];
  return found?.toLowerCase();
}

function declared(style: string): Colours {
  const all = Object.fromEntries(
    style.split(';').map((each) => {
      const [name = '', ...value] = each.split(':');
      return [name.trim(), value.join(':').trim()];
    }),
  );
  return { color: hex(all.color ?? ''), background: hex(all['background-color'] ?? '') ?? hex(all.background ?? '') };
}

const given = (colours: Colours): Colours =>
  Object.fromEntries(Object.entries(colours).filter(([, value]) => value !== undefined));

/** The rules for dark mode: all of them are `!important`, so the last that fits counts. */
function darkRules(html: string): Rule[] {
  const start = html.indexOf('@media (prefers-color-scheme: dark)');
  const block = html.slice(html.indexOf('{', start) + 1, html.indexOf('</style>', start));
  return [...block.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) =>
    selectors.split(',').map((selector) => ({
      selector: selector.trim().split(/\s+/),
      colours: given(declared(body.replaceAll('!important', ''))),
    })),
  );
}

const forced = (rules: readonly Rule[], path: readonly Element[]): Colours =>
  Object.assign({}, ...rules.filter(({ selector }) => fits(selector, path)).map(({ colours }) => colours));

function fits(selector: readonly string[], path: readonly Element[]): boolean {
  const last = selector.at(-1);
  const element = path.at(-1);
  if (last === undefined || element === undefined || !isA(element, last)) return false;
  const rest = selector.slice(0, -1);
  if (rest.length === 0) return true;
  const above = path.slice(0, -1);
  if (rest.at(-1) === '>') return fits(rest.slice(0, -1), above);
  return above.some((_, index) => fits(rest, above.slice(0, index + 1)));
}

function isA(element: Element, simple: string): boolean {
  const [tag, ...classes] = simple.split('.');
  const own = attribute(element, 'class').split(/\s+/);
  return (tag === '' || tag === element.tagName) && classes.every((each) => own.includes(each));
}
