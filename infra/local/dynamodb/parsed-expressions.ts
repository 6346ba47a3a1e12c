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

/** What dynalite makes of the expressions of a request, by the names under which it looks for it. */
const results = ['KeyConditions', '_condition', '_updates', '_filter', '_projection'] as const;
type Parsed = Partial<Record<(typeof results)[number], unknown>>;

const parsedTexts = [
  'ConditionExpression',
  'UpdateExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
];
const expressions = new Set([...parsedTexts, 'ExpressionAttributeNames', 'ExpressionAttributeValues']);

const most = 1000;
/** dynalite's parser looks at the values of these, not only at their types. */
const dependsOnValues = /between|attribute_type/i;

/**
 * The expressions of writes and queries, parsed once for each (text, names, types of the values): the parser takes half a
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
    const rest = without(expressions, request);
    for (const name in values) {
      const refused = validations.validateAttributeValue(values[name]);
      if (refused) {
        throw validationError(`ExpressionAttributeValues contains invalid value: ${refused} for key ${name}`);
      }
    }
    const fill = (node: unknown) => (node instanceof Placeholder ? values[node.name] : undefined);
    // A parameter of its own: it is checked with the rest.
    if (kept.KeyConditions) rest.KeyConditions = copy(kept.KeyConditions, fill);
    check(rest);
    for (const name of results) if (name !== 'KeyConditions' && kept[name]) rest[name] = copy(kept[name], fill);
    return rest;
  }

  #keep(key: string, request: Request, values: Values): void {
    // Names can be ids, so that there is no end of them.
    if (this.#kept.size >= most) this.#kept.clear();
    const names = new Map(Object.entries(values).map(([name, value]) => [value, new Placeholder(name)]));
    const empty = (node: unknown) => names.get(node);
    this.#kept.set(key, Object.fromEntries(results.map((name) => [name, copy(request[name], empty)])));
  }
}

/** Undefined where there is nothing to keep. */
function keyOf(request: Request): string | undefined {
  const texts = parsedTexts.map((name) => request[name]);
  if (texts.every((text) => text === undefined)) return undefined;
  if (texts.some((text) => typeof text === 'string' && dependsOnValues.test(text))) return undefined;
  const { ExpressionAttributeNames, ExpressionAttributeValues } = request;
  const types = Object.entries(isRecord(ExpressionAttributeValues) ? ExpressionAttributeValues : {}).map(
    ([name, value]) => [name, ...Object.keys(isRecord(value) ? value : {})],
  );
  // The rest of the request tells whether expressions may be used at all, by the names of its parameters.
  return JSON.stringify([Object.keys(request), texts, ExpressionAttributeNames, types]);
}

const without = (names: ReadonlySet<string>, request: Request): Request =>
  Object.fromEntries(Object.entries(request).filter(([name]) => !names.has(name)));

/** A deep copy in which what `swap` knows is replaced. */
function copy(node: unknown, swap: (node: unknown) => unknown): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const swapped = swap(node);
  if (swapped !== undefined) return swapped;
  if (Array.isArray(node)) return node.map((each) => copy(each, swap));
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, copy(value, swap)]));
}
