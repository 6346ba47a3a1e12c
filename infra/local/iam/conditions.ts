import { isObject, textsOf } from '../json.ts';
import { matchesArn, matchesText } from './wildcards.ts';

/** A policy that says something the stage cannot judge. */
export class UnknownPolicyElement extends Error {
  constructor(element: string, where: string) {
    super(`the local stage does not know ${element} in a policy (${where})`);
    this.name = 'UnknownPolicyElement';
  }
}

export type Context = ReadonlyMap<string, string[]>;
export type Condition = (context: Context) => boolean;

type Compare = (given: string, wanted: string) => boolean;

const comparisons: Record<string, Compare> = {
  StringEquals: (given, wanted) => given === wanted,
  StringEqualsIgnoreCase: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
  StringLike: matchesText,
  // Both take wildcards in each part of the ARN.
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (given, wanted) => given.toLowerCase() === wanted.toLowerCase(),
};

const negations: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

/** The keys that the stage's services fill in; compared without case, as IAM does. */
const keys = new Set(
  [
    'aws:PrincipalArn',
    'aws:SecureTransport',
    'aws:SourceAccount',
    'aws:SourceArn',
    'dynamodb:Attributes',
    'dynamodb:EnclosingOperation',
    'dynamodb:LeadingKeys',
    'dynamodb:ReturnValues',
    'dynamodb:Select',
    'events:detail-type',
    'events:source',
    'iam:PassedToService',
    'lambda:EventSourceToken',
    'lambda:FunctionArn',
    'ses:FeedbackAddress',
    'ses:FromAddress',
    'ses:FromDisplayName',
    'ses:Recipients',
  ].map((key) => key.toLowerCase()),
);

/** Compiles a Condition block: every operator and every key must hold, any one of the values will do. */
export function compileConditions(block: unknown, where: string): Condition {
  if (block === undefined) return () => true;
  if (!isObject(block)) throw new UnknownPolicyElement('a Condition that is no object', where);
  const conditions = Object.entries(block).flatMap(([operator, tests]) => {
    if (!isObject(tests)) throw new UnknownPolicyElement(`${operator} without keys`, where);
    return Object.entries(tests).map(([key, values]) => compileOne(operator, key, values, where));
  });
  return (context) => conditions.every((holds) => holds(context));
}

function compileOne(operator: string, key: string, given: unknown, where: string): Condition {
  const wanted = textsOf(typeof given === 'boolean' ? String(given) : given, `${where} ${operator} ${key}`);
  refuseVariables(wanted, where);
  const name = key.toLowerCase();
  if (!keys.has(name)) {
    throw new UnknownPolicyElement(`the condition key ${key}`, where);
  }
  const { quantifier, base, ifExists } = parse(operator);
  if (base === 'Null') return (context) => wanted.includes(String((context.get(name) ?? []).length === 0));
  const negated = negations[base];
  const compare = comparisons[negated ?? base];
  if (!compare) throw new UnknownPolicyElement(`the condition operator ${operator}`, where);
  const matches = (value: string) => wanted.some((one) => compare(value, one)) !== (negated !== undefined);
  return (context) => {
    const values = context.get(name);
    // AWS lets ForAllValues pass without the key; here that may only mean that the stage forgot to say it.
    if (values === undefined && quantifier === 'ForAllValues') {
      throw new UnknownPolicyElement(`${key}: the service did not say it, not even as an empty list,`, where);
    }
    if (values === undefined || values.length === 0) {
      return ifExists || quantifier === 'ForAllValues' || (quantifier === undefined && negated !== undefined);
    }
    return quantifier === 'ForAnyValue' ? values.some(matches) : values.every(matches);
  };
}

function parse(operator: string) {
  const [, quantifier, base = operator, ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  return { quantifier, base, ifExists: ifExists !== undefined };
}

export function refuseVariables(texts: string[], where: string) {
  const variable = texts.find((text) => text.includes('${'));
  if (variable) throw new UnknownPolicyElement(`the policy variable in ${variable}`, where);
}
