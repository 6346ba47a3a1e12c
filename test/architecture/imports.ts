import { posix } from 'node:path';
import type { ImportClause, NamedExports, NamedImports, Node } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedExports,
  isNamedImports,
  isStringLiteral,
} from 'typescript/unstable/ast/is';

export interface Import {
  /** A path of the repository, or a package's or built-in's specifier as written. */
  readonly to: string;
  /** Inside the repository. */
  readonly ours: boolean;
  /** Gone when the types are: it loads nothing. */
  readonly typeOnly: boolean;
  /** Values by their names over there; `*` for a namespace or a dynamic import. */
  readonly names: readonly string[];
}

/** Everything that a file imports, re-exports or loads later. */
export function importsOf(path: string, nodes: readonly Node[]): Import[] {
  const made = (specifier: string, typeOnly: boolean, names: readonly string[]): Import => {
    const ours = specifier.startsWith('.');
    return { to: ours ? posix.join(posix.dirname(path), specifier) : specifier, ours, typeOnly, names };
  };
  return nodes.flatMap((node) => {
    if (isImportDeclaration(node) && isStringLiteral(node.moduleSpecifier)) {
      return [made(node.moduleSpecifier.text, typeOnly(node.importClause), namesOf(node.importClause))];
    }
    if (isExportDeclaration(node) && node.moduleSpecifier && isStringLiteral(node.moduleSpecifier)) {
      const named = node.exportClause && isNamedExports(node.exportClause) ? node.exportClause : undefined;
      return [made(node.moduleSpecifier.text, node.isTypeOnly || allTypes(named), named ? listed(named) : ['*'])];
    }
    if (isImportTypeNode(node) && isLiteralTypeNode(node.argument) && isStringLiteral(node.argument.literal)) {
      return [made(node.argument.literal.text, true, ['*'])];
    }
    if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
      const [first] = node.arguments;
      return first && isStringLiteral(first) ? [made(first.text, false, ['*'])] : [];
    }
    return [];
  });
}

function typeOnly(clause: ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return !clause.name && bindings !== undefined && isNamedImports(bindings) && allTypes(bindings);
}

function namesOf(clause: ImportClause | undefined): string[] {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  const rest = bindings === undefined ? [] : isNamedImports(bindings) ? listed(bindings) : ['*'];
  return clause.name ? ['default', ...rest] : rest;
}

const listed = (list: NamedImports | NamedExports): string[] =>
  [...list.elements]
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ propertyName, name }) => (propertyName ?? name).text);

const allTypes = (list: NamedImports | NamedExports | undefined): boolean =>
  list !== undefined && list.elements.length > 0 && [...list.elements].every(({ isTypeOnly }) => isTypeOnly);
