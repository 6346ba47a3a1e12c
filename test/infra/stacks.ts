import { Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { makeApp } from '../../infra/app.ts';
import { configOf, type StageConfig } from '../../infra/config.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.unknown().optional(),
  UpdatePolicy: z.unknown().optional(),
});
const Resources = z.object({ Resources: z.record(z.string(), Resource) });
export interface Found extends z.infer<typeof Resource> {
  readonly id: string;
}

const known = new Map<string, ReturnType<typeof synthesise>>();

/** The templates of a stage, without bundling anything. To synthesise takes a second: each is made once for all files. */
export function templatesOf(stage: string, changes: Partial<StageConfig> = {}) {
  const name = `${stage} ${JSON.stringify(changes)}`;
  const templates = known.get(name) ?? synthesise(stage, changes);
  known.set(name, templates);
  return templates;
}

function synthesise(stage: string, changes: Partial<StageConfig>) {
  const config = configOf(stage, { changes });
  const { data, workflow } = makeApp({ stage, config, check: false, code: () => Code.fromInline('// placeholder') });
  const of = (stack: typeof data | typeof workflow): Found[] =>
    Object.entries(Resources.parse(Template.fromStack(stack).toJSON()).Resources).map(([id, resource]) => ({
      id,
      ...resource,
    }));
  const resources = { data: of(data), workflow: of(workflow) };
  const all = [...resources.data, ...resources.workflow];
  return {
    ...resources,
    all,
    ofType: (type: string) => all.filter((each) => each.Type === type),
    /** Findings of cdk-nag that are said to be right as they are: where, which rule, and why. */
    acknowledged: [data, workflow].flatMap((stack) =>
      stack.node.findAll().flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap((entry) => Object.entries(Reasons.parse(entry.data)))
          .map(([rule, reason]) => ({ path: node.path, rule, reason })),
      ),
    ),
    protectedFromDeletion: [data, workflow].every((stack) => stack.terminationProtection === true),
  };
}
const Reasons = z.record(z.string(), z.string());

const Statement = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
export type Statement = z.infer<typeof Statement>;
const Role = z.object({
  Policies: z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) })),
  ManagedPolicyArns: z.never().optional(),
});

/** The statements of a role; a managed policy is refused. */
export const statementsOf = (role: Found): Statement[] =>
  Role.parse(role.Properties).Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

/** The partitions that a statement is limited to; `undefined` where it is not. */
export function leadingKeysOf({ Condition }: Statement): string[] | undefined {
  const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return keys === undefined ? undefined : z.array(z.string()).parse(keys);
}

/** The folder of `functions/` whose bundle this is. */
export const folderOf = (lambda: Found, stage: string): string =>
  z.string().parse(lambda.Properties.FunctionName).replace(`reverse-mentoring-${stage}-`, '');

/** `on-pair-formed` → `OnPairFormed`: how the ids of its resources begin. */
export const idOf = (folder: string): string =>
  folder
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
