import type { Node } from 'typescript/unstable/ast';
import {
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
  isTemplateHead,
} from 'typescript/unstable/ast/is';
import { perFile, type Rule, under } from '../rule.ts';

/** How the parts of the table's keys begin (see `shared/table/keys.ts`). */
const prefix =
  /^(alias|audit|check-in|cohort|delivery|hand-over|help|hr-import|letter|member|outbox|outsider|page|pair|parked|participant|person|posts|run|run-page|session|source|submission|task|upload)#/;

function built(node: Node): string | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node) || isTemplateHead(node)) {
    const [found] = prefix.exec(node.text) ?? [];
    return found ? `builds a key: ${found}…` : undefined;
  }
  if (!isPropertyAssignment(node) || !isIdentifier(node.name) || node.name.text !== 'pk') return undefined;
  const { initializer: value } = node;
  const literal = isStringLiteral(value) || isNoSubstitutionTemplateLiteral(value) || isTemplateExpression(value);
  return literal ? 'builds a key: pk' : undefined;
}

export const tableKeys: readonly Rule[] = [
  {
    name: 'keys of the table are built in shared/table/keys.ts',
    check: perFile(
      (path) => under('events', 'functions', 'shared')(path) && path !== 'shared/table/keys.ts',
      ({ nodes }) => nodes.flatMap((node) => built(node) ?? []),
    ),
    except: {
      'functions/keys/fill.ts': 'the keys table is another table: it is filled there and read by shared/keys',
      'shared/keys/source-secrets.dynamodb.ts': 'the keys table again: each source has a partition of its own there',
    },
    breaks: [
      {
        files: { 'shared/pair/a.ts': 'export const at = { pk: at, sk: `page#7` };' },
        says: 'builds a key: page#…',
      },
      { files: { 'shared/pair/a.ts': `export const at = { pk: 'stage', sk: 'x' };` }, says: 'builds a key: pk' },
    ],
  },
];
