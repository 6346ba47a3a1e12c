import type { Assembly } from '../template/assembly.ts';
import type { Call, Verdict } from './call.ts';
import type { Context } from './conditions.ts';
import { type Role, resourceStatements, rolesOf } from './policies.ts';
import type { Asker } from './statement.ts';

export type { Call, Verdict } from './call.ts';

/**
 * Judges calls by the policies of the template, inside one account: an explicit Deny wins, then one Allow is enough,
 * of the role's policies or of the resource's. A service has no policies, so the resource must allow it.
 * @throws UnknownPolicyElement now, for a policy that it could not judge
 */
export function authorizer(assembly: Assembly): (call: Call) => Verdict {
  const roles = rolesOf(assembly);
  const ofResources = resourceStatements(assembly);

  return ({ principal, action, resource, context: given }) => {
    const role = 'role' in principal ? find(roles, principal.role) : undefined;
    const asker: Asker = 'service' in principal ? principal : { roleArn: role?.arn ?? '' };
    const context = contextOf(
      given,
      assembly.accountId,
      role,
      'service' in principal ? principal.sourceArn : undefined,
    );
    const request = { asker, action, resource, context };
    const applying = [...(role?.statements ?? []), ...ofResources].filter((statement) => statement.appliesTo(request));
    const denial = applying.find(({ effect }) => effect === 'Deny');
    const who = 'service' in principal ? principal.service : (role?.arn ?? principal.role);
    if (denial) return { allowed: false, why: `${who} may not ${action} on ${resource}: denied by ${denial.name}` };
    const grant = applying.find(({ effect }) => effect === 'Allow');
    if (grant) return { allowed: true, by: grant.name };
    return { allowed: false, why: `${who} may not ${action} on ${resource}: no policy of the template allows it` };
  };
}

function find(roles: Role[], name: string): Role {
  const found = roles.filter((role) => [role.logicalId, role.name, role.arn].includes(name));
  const [role, another] = found;
  if (!role) throw new Error(`the template has no role ${name}`);
  if (another) throw new Error(`the template has two roles ${name}: name the role or its ARN instead`);
  return role;
}

/** Condition keys by lower-case name, with those that hold for every call: the loopback stands for TLS. */
function contextOf(
  given: Call['context'],
  accountId: string,
  role: Role | undefined,
  sourceArn: string | undefined,
): Context {
  const always = {
    'aws:SecureTransport': 'true',
    ...(role && { 'aws:PrincipalArn': role.arn }),
    ...(sourceArn && { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': accountId }),
  };
  return new Map(
    Object.entries({ ...always, ...given }).map(([key, value]) => [
      key.toLowerCase(),
      Array.isArray(value) ? value : [value],
    ]),
  );
}
