import validations from 'dynalite/validations/index.js';
import { validationError } from './errors.ts';
import { isRecord } from './item.ts';

type Request = Record<string, unknown>;
type Values = Record<string, unknown>;

/** Stands for the value of `name` in a parsed expression that is kept for the next request. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

interface Parsed {
  condition: unknown;
  updates: unknown;
}

const most = 1000;
/** dynalite's parser looks at the values of these, not only at their types. */
const dependsOnValues = /between|attribute_type/i;

/**
 * The expressions of writes, parsed once for each (text, names, types of the values): the parser takes half a
 * millisecond, everything else in a write together a tenth of that.
 */
export class ParsedExpressions {
  readonly #kept = new Map<string, Parsed>();

  /** Calls `check` with the request that is left to check and gives it back with its expressions parsed. */
  through(request: Request, check: (request: Request) => void): Request {
    const key = keyOf(request);
    const kept = key === undefined ? undefined : this.#kept.get(key);
    const values = isRecord(request.ExpressionAttributeValues) ? request.ExpressionAttributeValues : {};
    if (!kept) {
      check(request);
      if (key !== undefined) this.#keep(key, request, values);
      return request;
    }
    const { ConditionExpression, UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } =
      request;
    for (const name in values) {
      const refused = validations.validateAttributeValue(values[name]);
      if (refused) {
        throw validationError(`ExpressionAttributeValues contains invalid value: ${refused} for key ${name}`);
      }
    }
    check(rest);
    const fill = (node: unknown) => (node instanceof Placeholder ? values[node.name] : undefined);
    if (kept.condition) rest._condition = copy(kept.condition, fill);
    if (kept.updates) rest._updates = copy(kept.updates, fill);
    return rest;
  }

  #keep(key: string, request: Request, values: Values): void {
    // Names can be ids, so that there is no end of them.
    if (this.#kept.size >= most) this.#kept.clear();
    const names = new Map(Object.entries(values).map(([name, value]) => [value, new Placeholder(name)]));
    const empty = (node: unknown) => names.get(node);
    this.#kept.set(key, { condition: copy(request._condition, empty), updates: copy(request._updates, empty) });
  }
}

/** Undefined where there is nothing to keep. */
function keyOf(request: Request): string | undefined {
  const { ConditionExpression, UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = request;
  if (ConditionExpression === undefined && UpdateExpression === undefined) return undefined;
  if (typeof ConditionExpression === 'string' && dependsOnValues.test(ConditionExpression)) return undefined;
  const types = Object.entries(isRecord(ExpressionAttributeValues) ? ExpressionAttributeValues : {}).map(
    ([name, value]) => [name, ...Object.keys(isRecord(value) ? value : {})],
  );
  // The rest of the request tells whether expressions may be used at all, by the names of its parameters.
  return JSON.stringify([Object.keys(request), ConditionExpression, UpdateExpression, ExpressionAttributeNames, types]);
}

/** A deep copy in which what `swap` knows is replaced. */
function copy(node: unknown, swap: (node: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const swapped = swap(node);
  if (swapped !== undefined) return swapped;
  if (Array.isArray(node)) return node.map((each) => copy(each, swap));
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, copy(value, swap)]));
}
