import { isObject, type Json } from '../json.ts';
import { compileTest, InvalidPattern, type Test } from './operators.ts';

type Matcher = (event: Json) => boolean;

/**
 * Compiles an EventBridge event pattern.
 * @throws UnknownOperator by name, InvalidPattern for what EventBridge refuses too
 */
export function compilePattern(pattern: unknown): (event: Record<string, unknown>) => boolean {
  if (!isObject(pattern)) throw new InvalidPattern(`an object was expected, found ${JSON.stringify(pattern)}`);
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new InvalidPattern('an empty object matches nothing');
  const matchers = entries.map(([key, rule]) => (key === '$or' ? either(rule) : field(key, rule)));
  return (event) => matchers.every((matches) => matches(event));
}

function either(alternatives: unknown): Matcher {
  if (!Array.isArray(alternatives) || alternatives.length < 2) throw new InvalidPattern('$or needs two alternatives');
  const matchers = alternatives.map(compilePattern);
  return (event) => matchers.some((matches) => matches(event));
}

function field(key: string, rule: unknown): Matcher {
  if (Array.isArray(rule)) {
    const matches = leaf(key, rule);
    return (event) => matches(event[key]);
  }
  if (!isObject(rule)) throw new InvalidPattern(`${key} must be a list or an object`);
  const matches = compilePattern(rule);
  return (event) => {
    const value = event[key];
    // Every rule about a member of a list must hold for the same member.
    if (Array.isArray(value))
      return value.length > 0 ? value.some((item) => isObject(item) && matches(item)) : matches({});
    return matches(isObject(value) ? value : {});
  };
}

/** A leaf's members are alternatives; a list in the event matches if one of its values does. */
function leaf(key: string, members: unknown[]): (value: unknown) => boolean {
  if (members.length === 0) throw new InvalidPattern(`the list of ${key} is empty`);
  const tests = members.map((member) => {
    const presence = isObject(member) && 'exists' in member ? member.exists : undefined;
    if (presence === undefined) return onAnyOf(compileTest(member));
    if (typeof presence !== 'boolean') throw new InvalidPattern(`exists of ${key} must be true or false`);
    return (value: unknown) => isLeaf(value) === presence;
  });
  return (value) => tests.some((test) => test(value));
}

const onAnyOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) ? value.some((item) => !isObject(item) && test(item)) : isLeaf(value) && test(value);

/** `exists` sees values only: an object or an empty list is no value. */
const isLeaf = (value: unknown): boolean =>
  Array.isArray(value) ? value.some((item) => !isObject(item)) : value !== undefined && !isObject(value);
