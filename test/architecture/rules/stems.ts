import type { Node } from 'typescript/unstable/ast';
import {
  isArrayLiteralExpression,
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAssignment,
  isStringLiteral,
  isVariableDeclaration,
} from 'typescript/unstable/ast/is';
import { perFile, type Rule, type Violation } from '../rule.ts';
import type { Source } from '../source.ts';

const stemOf = (path: string) => path.replace(/^.*\//, '').replace(/\.tsx?$/, '');
const pascal = (stem: string) => stem.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const notEvents = new Set(['catalogue', 'define', 'ids']);
const isEvent = (path: string) => /^events\/[^/]+\.ts$/.test(path) && !notEvents.has(stemOf(path));

/** `export const PairFormed = defineEvent('pair.formed', …)`. */
function definitions({ nodes }: Source): { constant: string; name: string }[] {
  return nodes.flatMap((node) => {
    if (!isVariableDeclaration(node) || !isIdentifier(node.name) || !node.initializer) return [];
    const call = node.initializer;
    if (!isCallExpression(call) || !isIdentifier(call.expression) || call.expression.text !== 'defineEvent') return [];
    const [first] = call.arguments;
    return first && isStringLiteral(first) ? [{ constant: node.name.text, name: first.text }] : [];
  });
}

function identifiers(node: Node | undefined): string[] {
  if (!node) return [];
  if (isArrayLiteralExpression(node)) return [...node.elements].flatMap(identifiers);
  return isIdentifier(node) ? [node.text] : [];
}

const hearing = new Set(['LettersConsumer', 'Reaction']);

/** What each function of the stack hears: `new Reaction(stack, 'on-pair-formed', hall, { hears: [PairFormed] })`. */
function subscriptions(sources: readonly Source[]): Map<string, string[]> {
  const infra = sources.filter(({ path }) => path.startsWith('infra/stacks/'));
  return new Map(
    infra.flatMap(({ nodes }) =>
      nodes.flatMap((node): [string, string[]][] => {
        if (!isNewExpression(node) || !isIdentifier(node.expression) || !hearing.has(node.expression.text)) return [];
        const [, name, , props] = node.arguments ?? [];
        if (!name || !isStringLiteral(name) || !props || !isObjectLiteralExpression(props)) return [];
        const hears = props.properties.find(
          (each) => isPropertyAssignment(each) && isIdentifier(each.name) && each.name.text === 'hears',
        );
        return [[name.text, hears && isPropertyAssignment(hears) ? identifiers(hears.initializer) : []]];
      }),
    ),
  );
}

/** What a handler reads: `onEvent([PairFormed], …)`. */
function readBy({ nodes }: Source): string[] | undefined {
  for (const node of nodes) {
    if (isCallExpression(node) && isIdentifier(node.expression) && node.expression.text === 'onEvent') {
      return identifiers(node.arguments[0]);
    }
  }
  return undefined;
}

function known(sources: readonly Source[]): Violation[] {
  const heard = new Set([...subscriptions(sources).values()].flat());
  const listed = new Set(sources.find(({ path }) => path === 'events/catalogue.ts')?.imports.map(({ to }) => to));
  return sources
    .filter(({ path }) => isEvent(path))
    .flatMap(({ path }) => [
      ...(listed.has(path) ? [] : [{ path, what: 'is not in the catalogue' }]),
      ...(heard.has(pascal(stemOf(path))) ? [] : [{ path, what: 'is heard by nobody' }]),
    ]);
}

function reactionsAgree(sources: readonly Source[]): Violation[] {
  const heard = subscriptions(sources);
  return sources.flatMap((source) => {
    const folder = /^functions\/([^/]+)\/handler\.ts$/.exec(source.path)?.[1];
    const reads = readBy(source);
    if (!folder || !reads) return [];
    const hears = heard.get(folder) ?? [];
    const named = folder.startsWith('on-') ? pascal(folder.slice('on-'.length)) : undefined;
    return [
      ...(named && !reads.includes(named)
        ? [{ path: source.path, what: `is named after ${named} and does not read it` }]
        : []),
      ...(reads.toSorted().join() === hears.toSorted().join()
        ? []
        : [{ path: source.path, what: `reads ${reads.join(', ')}; its rule hears ${hears.join(', ') || 'nothing'}` }]),
    ];
  });
}

export const stems: readonly Rule[] = [
  {
    name: 'an event’s file, constant and detail-type carry one stem',
    check: perFile(isEvent, (source) => {
      const stem = stemOf(source.path);
      const [definition, ...others] = definitions(source);
      if (!definition) return ['defines no event'];
      return [
        ...(definition.constant === pascal(stem) ? [] : [`names it ${definition.constant}`]),
        ...(definition.name.replaceAll('.', '-') === stem ? [] : [`calls it ${definition.name}`]),
        ...others.map(({ constant }) => `defines ${constant} too`),
      ];
    }),
    breaks: [
      {
        files: { 'events/pair-formed.ts': `export const Formed = defineEvent('pair.formed', 1, {});` },
        says: 'names it Formed',
      },
      {
        files: { 'events/pair-formed.ts': `export const PairFormed = defineEvent('pair.made', 1, {});` },
        says: 'calls it pair.made',
      },
    ],
  },
  {
    name: 'every event is in the catalogue and is heard',
    check: known,
    breaks: [
      { files: { 'events/pair-formed.ts': '' }, says: 'is not in the catalogue' },
      { files: { 'events/pair-formed.ts': '' }, says: 'is heard by nobody' },
    ],
  },
  {
    name: 'a reaction is named after an event, reads it, and reads exactly what its rule hears',
    check: reactionsAgree,
    breaks: [
      {
        files: {
          'functions/on-pair-formed/handler.ts':
            'export const handler = onEvent([PairProposed], environment, wire, react);',
          'infra/stacks/a.ts': `new Reaction(stack, 'on-pair-formed', hall, { hears: [PairFormed] });`,
        },
        says: 'is named after PairFormed and does not read it',
      },
      {
        files: {
          'functions/on-pair-formed/handler.ts':
            'export const handler = onEvent([PairFormed, PairProposed], environment, wire, react);',
          'infra/stacks/a.ts': `new Reaction(stack, 'on-pair-formed', hall, { hears: [PairFormed] });`,
        },
        says: 'reads PairFormed, PairProposed; its rule hears PairFormed',
      },
    ],
  },
];
