import { isObject } from '../json.ts';

export class UnknownOperator extends Error {
  constructor(operator: string) {
    super(`the local stage does not know the pattern operator ${operator}`);
    this.name = 'UnknownOperator';
  }
}

/** A pattern that EventBridge would refuse too. */
export class InvalidPattern extends Error {
  constructor(what: string) {
    super(`invalid event pattern: ${what}`);
    this.name = 'InvalidPattern';
  }
}

/** Decides about one value of an event that is neither an object nor a list. */
export type Test = (value: unknown) => boolean;

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const onText =
  (test: (text: string) => boolean): Test =>
  (value) =>
    typeof value === 'string' && test(value);

/** Compiles one member of a leaf's list: a plain value, or an object with one operator. */
export function compileTest(matcher: unknown): Test {
  if (isScalar(matcher)) return (value) => value === matcher;
  if (!isObject(matcher))
    throw new InvalidPattern(`a value or an operator was expected, found ${JSON.stringify(matcher)}`);
  const [[operator = '', argument] = [], ...others] = Object.entries(matcher);
  if (others.length > 0) throw new InvalidPattern(`more than one operator in ${JSON.stringify(matcher)}`);
  switch (operator) {
    case 'prefix':
      return affix(operator, argument, (text, part) => text.startsWith(part));
    case 'suffix':
      return affix(operator, argument, (text, part) => text.endsWith(part));
    case 'equals-ignore-case': {
      const wanted = text(operator, argument).toLowerCase();
      return onText((given) => given.toLowerCase() === wanted);
    }
    case 'wildcard':
      return wildcard(text(operator, argument));
    case 'numeric':
      return numeric(argument);
    case 'anything-but':
      return anythingBut(argument);
    default:
      throw new UnknownOperator(operator);
  }
}

function text(operator: string, argument: unknown): string {
  if (typeof argument === 'string') return argument;
  throw new InvalidPattern(`${operator} needs text, found ${JSON.stringify(argument)}`);
}

function affix(operator: string, argument: unknown, holds: (text: string, part: string) => boolean): Test {
  if (!isObject(argument)) {
    const part = text(operator, argument);
    return onText((given) => holds(given, part));
  }
  const [[inner = '', part] = [], ...others] = Object.entries(argument);
  if (inner !== 'equals-ignore-case' || others.length > 0) throw new UnknownOperator(`${operator} with ${inner}`);
  const wanted = text(`${operator} ${inner}`, part).toLowerCase();
  return onText((given) => holds(given.toLowerCase(), wanted));
}

function wildcard(pattern: string): Test {
  if (/(?<!\\)\*\*/.test(pattern)) throw new InvalidPattern(`consecutive wildcards in ${pattern}`);
  const source = pattern.replace(/\\\*|\\\\|\*|[.+?^${}()|[\]\\]/g, (part) => {
    if (part === '*') return '.*';
    return part.startsWith('\\') && part.length > 1 ? part : `\\${part}`;
  });
  const expression = new RegExp(`^${source}$`, 's');
  return onText((given) => expression.test(given));
}

const comparisons: Record<string, (left: number, right: number) => boolean> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function numeric(argument: unknown): Test {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0 || argument.length > 4) {
    throw new InvalidPattern(`numeric needs one or two comparisons, found ${JSON.stringify(argument)}`);
  }
  const tests = [argument.slice(0, 2), argument.slice(2)]
    .filter((pair) => pair.length > 0)
    .map(([sign, bound]) => {
      const compare = comparisons[String(sign)];
      if (!compare) throw new UnknownOperator(`numeric ${String(sign)}`);
      if (typeof bound !== 'number') throw new InvalidPattern(`numeric compares with a number, found ${String(bound)}`);
      return (value: number) => compare(value, bound);
    });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function anythingBut(argument: unknown): Test {
  if (!isObject(argument)) {
    const values: unknown[] = Array.isArray(argument) ? argument : [argument];
    if (values.length === 0 || !values.every((value) => typeof value === 'string' || typeof value === 'number')) {
      throw new InvalidPattern(`anything-but needs texts or numbers, found ${JSON.stringify(argument)}`);
    }
    return (value) => !values.some((one) => one === value);
  }
  const [[operator = '', inner] = []] = Object.entries(argument);
  if (!['prefix', 'suffix', 'wildcard', 'equals-ignore-case'].includes(operator)) {
    throw new UnknownOperator(`anything-but with ${operator}`);
  }
  const excluded = (Array.isArray(inner) ? inner : [inner]).map((one) => compileTest({ [operator]: one }));
  return (value) => !excluded.some((test) => test(value));
}
