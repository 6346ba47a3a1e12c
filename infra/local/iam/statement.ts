import { isObject, type Json, listOf, textsOf } from '../json.ts';
import {
  type Condition,
  type Context,
  compileConditions,
  refuseVariables,
  UnknownPolicyElement,
} from './conditions.ts';
import { matchesArn, matchesText } from './wildcards.ts';

/** Who asks, as principals of resource policies are written. */
export type Asker = { service: string } | { roleArn: string };

export interface Statement {
  name: string;
  effect: 'Allow' | 'Deny';
  appliesTo(request: { asker: Asker; action: string; resource: string; context: Context }): boolean;
}

const elements = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition', 'Principal']);

/**
 * Compiles a policy document. A trust policy names no resource: its role is `ownResource`, as for any policy of one resource.
 * @throws UnknownPolicyElement by name
 */
export function compilePolicy(document: unknown, name: string, ownResource?: string): Statement[] {
  if (!isObject(document)) throw new UnknownPolicyElement('a document that is no object', name);
  return listOf(document.Statement).map((statement, index) => {
    const where = `${name}, statement ${index + 1}`;
    if (!isObject(statement)) throw new UnknownPolicyElement('a statement that is no object', where);
    return compileStatement(statement, where, ownResource);
  });
}

function compileStatement(statement: Json, where: string, ownResource: string | undefined): Statement {
  const unknown = Object.keys(statement).find((key) => !elements.has(key));
  if (unknown) throw new UnknownPolicyElement(unknown, where);
  const { Effect } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') throw new UnknownPolicyElement(`the effect ${String(Effect)}`, where);
  const actions = textsOf(statement.Action, `${where} Action`).map((action) => action.toLowerCase());
  const resources = textsOf(statement.Resource ?? ownResource, `${where} Resource`);
  if (actions.length === 0 || resources.length === 0)
    throw new UnknownPolicyElement('nothing as Action or Resource', where);
  refuseVariables(resources, where);
  const holds: Condition = compileConditions(statement.Condition, where);
  const isPrincipal = ownResource === undefined ? () => true : compilePrincipal(statement.Principal, Effect, where);
  return {
    name: where,
    effect: Effect,
    appliesTo: ({ asker, action, resource, context }) =>
      actions.some((one) => matchesText(action.toLowerCase(), one)) &&
      resources.some((one) => matchesArn(resource, one)) &&
      isPrincipal(asker) &&
      holds(context),
  };
}

function compilePrincipal(principal: unknown, effect: 'Allow' | 'Deny', where: string): (asker: Asker) => boolean {
  if (principal === '*') return () => true;
  if (!isObject(principal)) throw new UnknownPolicyElement('a statement without Principal', where);
  const unknown = Object.keys(principal).find((kind) => kind !== 'AWS' && kind !== 'Service');
  if (unknown) throw new UnknownPolicyElement(`the principal ${unknown}`, where);
  const services = textsOf(principal.Service, where);
  const roles = textsOf(principal.AWS, where);
  return (asker) => {
    if (roles.includes('*')) return true;
    if ('service' in asker) return services.includes(asker.service);
    // Naming the account only lets its roles' own policies decide, but a Deny for it is one for all of them.
    const isOurAccount = roles.some((role) => /^(\d{12}|arn:aws:iam::\d{12}:root)$/.test(role));
    return roles.includes(asker.roleArn) || (isOurAccount && effect === 'Deny');
  };
}
