import { notSupportedLocally, validationError } from './errors.ts';
import { isRecord } from './item.ts';
import type { Table } from './table.ts';

/** dynalite compares maps and lists by identity, so `=` would always fail and `<>` always hold: refuse them by name. */
export function refuseDocumentComparison(parsed: unknown): void {
  if (isRecord(parsed)) walk(parsed.expression);
}

function walk(expression: unknown): void {
  if (!isRecord(expression) || !Array.isArray(expression.args)) return;
  const { type, args } = expression;
  const compares = type === '=' || type === '<>' || type === 'in';
  for (const argument of args) {
    if (compares && isRecord(argument) && (isRecord(argument.M) || Array.isArray(argument.L))) {
      throw notSupportedLocally(`the comparison ${type} of a whole map or list`);
    }
    walk(argument);
  }
}

/** AWS refuses to read an attribute from a global index that the index does not hold; dynalite would leave it out. */
export function checkProjection(request: Record<string, unknown>, table: Table): void {
  const index = table.description.GlobalSecondaryIndexes?.find((each) => each.IndexName === request.IndexName);
  if (!index || index.Projection.ProjectionType === 'ALL') return;
  const held = new Set([
    ...table.description.KeySchema.map((key) => key.AttributeName),
    ...index.KeySchema.map((key) => key.AttributeName),
    ...(index.Projection.NonKeyAttributes ?? []),
  ]);
  const missing = [...heads(request._projection), ...heads(request._filter)].filter((name) => !held.has(name));
  if (missing.length === 0) return;
  throw validationError(
    'One or more parameter values were invalid: ' +
      `Global secondary index ${index.IndexName} does not project [${missing.join(', ')}]`,
  );
}

/** The top-level attributes that a parsed expression names. */
function heads(parsed: unknown): string[] {
  if (!isRecord(parsed)) return [];
  if (isRecord(parsed.pathHeads)) return Object.keys(parsed.pathHeads);
  if (!Array.isArray(parsed.paths)) return [];
  return parsed.paths.map((path: unknown) => String(Array.isArray(path) ? path[0] : path));
}
