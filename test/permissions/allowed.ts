import * as z from 'zod';
import type { Assembly } from '../../infra/local/template/load.ts';
import type { Use } from '../support/used-permissions.ts';

const List = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Role = z.object({
  Policies: z.array(
    z.object({
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({
            Action: List,
            Resource: List,
            Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
          }),
        ),
      }),
    }),
  ),
});

/** One thing that a role may do. */
export interface Allowed {
  readonly role: string;
  /** An action, or `dynamodb:read`: a statement that allows to read says what may be read, not in which of the three ways. */
  readonly what: string;
  readonly resource: string;
  /** The family of partitions, as the policy has it: `cohort#*`. Empty where there is none. */
  readonly partition: string;
}

const reading = new Set(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']);
const whatOf = (action: string) => (reading.has(action) ? 'dynamodb:read' : action);

/** Everything that the roles of an assembly may do, one by one. */
export function allowedIn({ resources }: Assembly): Allowed[] {
  const found = new Map<string, Allowed>();
  for (const { type, logicalId: role, properties } of resources) {
    if (type !== 'AWS::IAM::Role') continue;
    const statements = Role.parse(properties).Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    for (const { Action, Resource, Condition } of statements) {
      const leading = List.parse(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? '');
      for (const what of new Set(Action.map(whatOf))) {
        for (const resource of Resource) {
          for (const partition of leading) {
            const one = { role, what, resource, partition };
            found.set(Object.values(one).join(' '), one);
          }
        }
      }
    }
  }
  return [...found.values()];
}

const fits = (pattern: string, text: string) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(text);

/** Did somebody do what is allowed here? */
export const usedBy = ({ role, what, resource, partition }: Allowed, uses: readonly Use[]): boolean =>
  uses.some(
    (use) =>
      use.by === role &&
      whatOf(use.action) === what &&
      fits(resource, use.resource) &&
      (partition === '' || fits(partition, use.partition)),
  );

/** `OnPairFormedRole dynamodb:read cohort#*`, or with the last part of a resource's name where no partition tells. */
export const spelled = ({ role, what, resource, partition }: Allowed): string =>
  [role.replace(/Role$/, ''), what, partition || resource.split(/[:/]/).slice(-2).join('/')].join(' ');
