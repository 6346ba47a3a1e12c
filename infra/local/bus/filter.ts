import { isObject, type Json, listOf } from '../json.ts';
import { InvalidPattern, UnknownOperator } from './operators.ts';
import { compilePattern } from './pattern.ts';

/** Lambda's filters lack this operator of the bus. */
const notForFilters = 'wildcard';

/**
 * Compiles the `FilterCriteria` of an event source mapping: a record passes if one of the filters matches.
 * The body of a queue's message is read as JSON where the pattern asks for fields of it.
 * @throws UnknownOperator, InvalidPattern
 */
export function compileFilter(criteria: unknown): (record: Record<string, unknown>) => boolean {
  if (criteria === undefined) return () => true;
  if (!isObject(criteria)) throw new InvalidPattern('FilterCriteria must be an object');
  const filters = listOf(criteria.Filters).map(compileOne);
  return filters.length === 0 ? () => true : (record) => filters.some((matches) => matches(record));
}

function compileOne(filter: unknown): (record: Json) => boolean {
  const text = isObject(filter) ? filter.Pattern : undefined;
  if (typeof text !== 'string') throw new InvalidPattern('the Pattern of a filter must be text');
  const pattern: unknown = JSON.parse(text);
  refuse(pattern);
  const matches = compilePattern(pattern);
  const asksForFields = isObject(pattern) && isObject(pattern.body);
  return (record) => {
    if (!asksForFields || typeof record.body !== 'string') return matches(record);
    const body = parsed(record.body);
    return isObject(body) && matches({ ...record, body });
  };
}

function refuse(pattern: unknown) {
  if (Array.isArray(pattern)) for (const item of pattern) refuse(item);
  if (!isObject(pattern)) return;
  for (const [key, value] of Object.entries(pattern)) {
    if (key === notForFilters && typeof value === 'string') throw new UnknownOperator(`${key} in a filter`);
    refuse(value);
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
