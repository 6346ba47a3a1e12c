import type { LoadOptions, Resource } from './assembly.ts';
import { UnknownResourceType, Unresolvable } from './errors.ts';
import type { StackFile, Template } from './files.ts';
import { type Identity, identify, isCustomResource, isKnown } from './identity.ts';
import { evaluate, noValue, resolve, type Scope } from './intrinsics.ts';
import { stableUuid } from './names.ts';
import { inOrder } from './order.ts';

/** What the stacks before this one exported. */
export type Exports = Map<string, string>;

/** Resolves one stack, adding its exports to those of the stacks before it. */
export function resolveStack(stack: StackFile, options: LoadOptions, exports: Exports) {
  const { template, name } = stack;
  const identities = new Map<string, Identity>();
  const conditionOf = (condition: string | undefined, where: string) =>
    condition === undefined || scope.condition(condition, where);

  const resourceOf = (logicalId: string, where: string): Template['Resources'][string] => {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Unresolvable(`there is no ${logicalId}`, where);
    return resource;
  };

  const identityOf = (logicalId: string, where: string): Identity => {
    const known = identities.get(logicalId);
    if (known) return known;
    const resource = resourceOf(logicalId, where);
    const identity = identify(resource.Type, {
      logicalId,
      stack: name,
      options,
      text: (property) => {
        const value = resolve(resource.Properties[property], scope, `${name}/${logicalId}.${property}`);
        return typeof value === 'string' ? value : undefined;
      },
    });
    if (identity === undefined) throw new UnknownResourceType(resource.Type, `${name}/${logicalId}`);
    identities.set(logicalId, identity);
    return identity;
  };

  const scope: Scope = {
    ref(id, where) {
      const pseudo = pseudoParameters(name, options)[id];
      if (pseudo !== undefined) return pseudo;
      const parameter = template.Parameters[id];
      if (parameter) {
        if (parameter.Default === undefined) throw new Unresolvable(`the parameter ${id} has no default`, where);
        return parameter.Default;
      }
      refuseAnswerOfCustomResource(resourceOf(id, where).Type, id, where);
      return identityOf(id, where).physicalId;
    },
    attribute(logicalId, attribute, where) {
      const { Type } = resourceOf(logicalId, where);
      refuseAnswerOfCustomResource(Type, logicalId, where);
      const value = identityOf(logicalId, where).attributes[attribute];
      if (value === undefined) throw new Unresolvable(`the local stage knows no ${attribute} of ${Type}`, where);
      return value;
    },
    importValue(exported, where) {
      const value = exports.get(exported);
      if (value === undefined) throw new Unresolvable(`no stack before this one exports ${exported}`, where);
      return value;
    },
    condition(condition, where) {
      if (!(condition in template.Conditions)) throw new Unresolvable(`there is no condition ${condition}`, where);
      return evaluate(template.Conditions[condition], scope, `${name} condition ${condition}`);
    },
  };

  for (const [logicalId, { Type }] of Object.entries(template.Resources)) {
    if (!isKnown(Type)) throw new UnknownResourceType(Type, `${name}/${logicalId}`);
  }
  const resources = inOrder(template.Resources, name).flatMap((logicalId): Resource[] => {
    const where = `${name}/${logicalId}`;
    const { Type, Properties, Metadata, DependsOn, Condition } = resourceOf(logicalId, where);
    if (!conditionOf(Condition, where)) return [];
    const { physicalId, arn } = identityOf(logicalId, where);
    const properties = Object.fromEntries(
      Object.entries(Properties)
        .map(([key, value]) => [key, resolve(value, scope, `${where}.${key}`)] as const)
        .filter(([, value]) => value !== noValue),
    );
    const resource = {
      logicalId,
      stack: name,
      type: Type,
      properties,
      physicalId,
      metadata: Metadata,
      dependsOn: DependsOn,
    };
    return [arn === undefined ? resource : { ...resource, arn }];
  });

  const outputs: Record<string, string> = {};
  for (const [key, output] of Object.entries(template.Outputs)) {
    const where = `${name} output ${key}`;
    if (!conditionOf(output.Condition, where)) continue;
    const value = resolve(output.Value, scope, where);
    outputs[key] = Array.isArray(value) ? value.join(',') : String(value);
    if (output.Export) exports.set(String(resolve(output.Export.Name, scope, where)), outputs[key]);
  }
  return { resources, outputs };
}

const pseudoParameters = (stack: string, { region, accountId }: LoadOptions): Record<string, unknown> => ({
  'AWS::Region': region,
  'AWS::AccountId': accountId,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/${stableUuid(stack)}`,
  'AWS::NoValue': noValue,
});

function refuseAnswerOfCustomResource(type: string, logicalId: string, where: string) {
  if (isCustomResource(type)) {
    throw new Unresolvable(
      `only the function behind ${logicalId} (${type}) knows its answer; the local stage loads the template before it runs`,
      where,
    );
  }
}
