import { isObject } from '../json.ts';
import { Unresolvable } from './errors.ts';
import type { Template } from './files.ts';
import { isCustomResource } from './identity.ts';

/** Logical ids that a value refers to, whatever the function. */
function references(value: unknown, found: Set<string>) {
  if (Array.isArray(value)) for (const item of value) references(item, found);
  if (!isObject(value)) return;
  for (const [key, argument] of Object.entries(value)) {
    if (key === 'Ref' && typeof argument === 'string') found.add(argument);
    if (key === 'Fn::GetAtt') found.add(String(Array.isArray(argument) ? argument[0] : argument).split('.')[0] ?? '');
    if (key === 'Fn::Sub') {
      const template = String(Array.isArray(argument) ? argument[0] : argument);
      for (const match of template.matchAll(/\$\{([^!}.][^}.]*)/g)) found.add(match[1] ?? '');
    }
    references(argument, found);
  }
}

/** The order in which CloudFormation could make them: as in the template, but after what they need, and custom resources when nothing else is left. */
export function inOrder(resources: Template['Resources'], stack: string): string[] {
  const waiting = new Map(
    Object.entries(resources).map(([logicalId, resource]) => {
      const needs = new Set(resource.DependsOn);
      references(resource.Properties, needs);
      return [logicalId, new Set([...needs].filter((need) => need in resources))] as const;
    }),
  );
  const ordered: string[] = [];
  const done = new Set<string>();
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, needs]) => [...needs].every((need) => done.has(need))).map(([id]) => id);
    const plain = ready.filter((id) => !isCustomResource(resources[id]?.Type ?? ''));
    const next = plain.length > 0 ? plain : ready.slice(0, 1);
    if (next.length === 0)
      throw new Unresolvable(`circular dependency between ${[...waiting.keys()].join(', ')}`, stack);
    for (const id of next) {
      waiting.delete(id);
      done.add(id);
      ordered.push(id);
    }
  }
  return ordered;
}
