import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { perFile, type Rule, under } from '../rule.ts';

/** Two screens are about two hundred lines; above this a file is certainly more than one idea. */
const mostLines = 250;

const everywhere = () => true;
const patches = new Set(['doMock', 'hoisted', 'importMock', 'mock', 'stubEnv', 'stubGlobal']);

function patched(node: Node): string | undefined {
  if (!isPropertyAccessExpression(node) || !isIdentifier(node.expression)) return undefined;
  const { text } = node.name;
  return node.expression.text === 'vi' && patches.has(text) ? `calls vi.${text}` : undefined;
}

function hollow(node: Node): string | undefined {
  if (!isCallExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 'it') return undefined;
  const [sentence] = node.arguments;
  return sentence && isStringLiteral(sentence) && /^should\b/i.test(sentence.text)
    ? `says “${sentence.text}”`
    : undefined;
}

export const house: readonly Rule[] = [
  {
    name: 'nothing is patched in tests',
    check: perFile(everywhere, ({ nodes }) => nodes.flatMap((node) => patched(node) ?? [])),
    breaks: [{ files: { 'test/unit/a.test.ts': `vi.mock('./a.ts');` }, says: 'calls vi.mock' }],
  },
  {
    name: 'a test says what is, not what should be',
    check: perFile(under('test'), ({ nodes }) => nodes.flatMap((node) => hollow(node) ?? [])),
    breaks: [{ files: { 'test/unit/a.test.ts': `it('should pair', () => {});` }, says: 'says “should pair”' }],
  },
  {
    name: 'no any, and no comment that silences the compiler',
    check: perFile(everywhere, ({ nodes, comments }) => [
      ...nodes.filter(({ kind }) => kind === SyntaxKind.AnyKeyword).map(() => 'says any'),
      ...comments.flatMap((comment) => /@ts-(ignore|nocheck|expect-error)/.exec(comment)?.[0] ?? []),
    ]),
    breaks: [
      { files: { 'shared/a/a.ts': 'export const a = (b: any[]) => b;' }, says: 'says any' },
      { files: { 'shared/a/a.ts': '// @ts-ignore\nexport const a = 1;' }, says: '@ts-ignore' },
    ],
  },
  {
    name: `a file is one idea: at most ${mostLines} lines`,
    check: perFile(everywhere, ({ lines }) => (lines > mostLines ? [`has ${lines} lines`] : [])),
    breaks: [{ files: { 'shared/a/a.ts': '//\n'.repeat(mostLines + 1) }, says: 'has 251 lines' }],
  },
];
