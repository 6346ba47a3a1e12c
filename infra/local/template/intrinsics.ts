import { isObject } from '../json.ts';
import { UnknownIntrinsic, Unresolvable } from './errors.ts';

/** What a template may refer to while its values are resolved. */
export interface Scope {
  ref(name: string, where: string): unknown;
  attribute(logicalId: string, attribute: string, where: string): unknown;
  importValue(name: string, where: string): unknown;
  condition(name: string, where: string): boolean;
}

/** `Ref` to `AWS::NoValue`: the property that holds it does not exist. */
export const noValue = Symbol('AWS::NoValue');

export function resolve(value: unknown, scope: Scope, where: string): unknown {
  if (typeof value === 'string') return withoutDynamicReference(value, where);
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope, where)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const intrinsic = Object.keys(value).find((key) => key === 'Ref' || key.startsWith('Fn::'));
  if (intrinsic === undefined) return resolveObject(value, scope, where);
  // A property may be called `Ref` too; a function always stands alone.
  if (Object.keys(value).length > 1) {
    if (intrinsic === 'Ref') return resolveObject(value, scope, where);
    throw new Unresolvable(`${intrinsic} must stand alone in its object`, where);
  }
  return call(intrinsic, value[intrinsic], scope, where);
}

function resolveObject(value: Record<string, unknown>, scope: Scope, where: string) {
  const entries = Object.entries(value).map(([key, item]) => [key, resolve(item, scope, `${where}.${key}`)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== noValue));
}

function call(intrinsic: string, argument: unknown, scope: Scope, where: string): unknown {
  const text = (value: unknown): string => {
    const resolved = resolve(value, scope, where);
    if (typeof resolved === 'string') return resolved;
    if (typeof resolved === 'number' || typeof resolved === 'boolean') return String(resolved);
    throw new Unresolvable(`${intrinsic} needs text, found ${JSON.stringify(resolved)}`, where);
  };
  const list = (value: unknown): unknown[] => {
    const resolved = resolve(value, scope, where);
    if (Array.isArray(resolved)) return resolved;
    throw new Unresolvable(`${intrinsic} needs a list, found ${JSON.stringify(resolved)}`, where);
  };
  const parts = Array.isArray(argument) ? argument : [argument];
  switch (intrinsic) {
    case 'Ref':
      return scope.ref(text(argument), where);
    case 'Fn::GetAtt': {
      const [logicalId = '', ...rest] = typeof argument === 'string' ? argument.split('.') : parts.map(text);
      return scope.attribute(logicalId, rest.join('.'), where);
    }
    case 'Fn::Join':
      return list(parts[1]).map(text).join(text(parts[0]));
    case 'Fn::Split':
      return text(parts[1]).split(text(parts[0]));
    case 'Fn::Select': {
      const chosen = list(parts[1])[Number(text(parts[0]))];
      if (chosen === undefined) throw new Unresolvable('Fn::Select points outside its list', where);
      return chosen;
    }
    case 'Fn::Sub':
      return substitute(text(parts[0]), isObject(parts[1]) ? parts[1] : {}, text, scope, where);
    case 'Fn::ImportValue':
      return scope.importValue(text(argument), where);
    case 'Fn::If':
      return resolve(scope.condition(text(parts[0]), where) ? parts[1] : parts[2], scope, where);
    default:
      throw new UnknownIntrinsic(intrinsic, where);
  }
}

function substitute(
  template: string,
  variables: Record<string, unknown>,
  text: (value: unknown) => string,
  scope: Scope,
  where: string,
): string {
  return template.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(variables, name)) return text(variables[name]);
    const [logicalId = '', ...attribute] = name.split('.');
    return text(attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.'), where) : scope.ref(name, where));
  });
}

function withoutDynamicReference(value: string, where: string): string {
  const dynamic = /\{\{resolve:[^}]*\}\}/.exec(value);
  if (dynamic) throw new UnknownIntrinsic(dynamic[0], where);
  return value;
}

/** The functions that only stand in a template's Conditions. */
export function evaluate(condition: unknown, scope: Scope, where: string): boolean {
  if (!isObject(condition)) throw new Unresolvable('a condition must be a function', where);
  const [[name, argument] = ['', undefined]] = Object.entries(condition);
  const parts = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Condition':
      return scope.condition(String(argument), where);
    case 'Fn::Equals':
      return String(resolve(parts[0], scope, where)) === String(resolve(parts[1], scope, where));
    case 'Fn::And':
      return parts.every((part) => evaluate(part, scope, where));
    case 'Fn::Or':
      return parts.some((part) => evaluate(part, scope, where));
    case 'Fn::Not':
      return !evaluate(parts[0], scope, where);
    default:
      throw new UnknownIntrinsic(name, where);
  }
}
