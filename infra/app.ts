import { App, DefaultStackSynthesizer, Tags, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { StageConfig } from './config.ts';
import { appName } from './names.ts';
import { DataStack } from './stacks/data.ts';
import { WorkflowStack } from './stacks/workflow.ts';

export interface AppOptions {
  readonly stage: string;
  readonly config: StageConfig;
  /** The bundle of a function. */
  readonly code: (functionName: string) => Code;
  /** Where the cloud assembly goes. */
  readonly outdir?: string;
  /** Checks the stacks against AwsSolutions and Serverless rules, and the templates against CloudFormation's. */
  readonly check?: boolean;
}

/** The account, the Region, and the roles by which CDK deploys to them. */
export const whereOf = ({ account, region, bootstrapQualifier }: StageConfig) => ({
  env: { ...(account && { account }), ...(region && { region }) },
  synthesizer: new DefaultStackSynthesizer(bootstrapQualifier ? { qualifier: bootstrapQualifier } : {}),
});

/** The whole application of one stage: what must last, and what it does. */
export function makeApp({ stage, config, code, outdir, check = true }: AppOptions) {
  const app = new App({
    analyticsReporting: false,
    builtinCloudFormationValidation: check,
    // The data stack refuses to lose what the workflow still uses.
    context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
    ...(outdir ? { outdir } : {}),
  });
  const { permissionsBoundary } = config;
  const common = () => ({
    ...whereOf(config),
    setting: { stage, config, code },
    terminationProtection: config.retain,
  });
  const data = new DataStack(app, `${appName}-${stage}-data`, {
    ...common(),
    description: `Reverse mentoring, ${stage}: table, keys, bus and queues`,
  });
  const workflow = new WorkflowStack(app, `${appName}-${stage}-workflow`, {
    ...common(),
    data,
    description: `Reverse mentoring, ${stage}: functions, pages, rules, schedules and alarms`,
  });
  for (const [key, value] of Object.entries({ app: appName, stage, ...config.tags })) Tags.of(app).add(key, value);
  if (permissionsBoundary) {
    PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyArn(data, 'Boundary', permissionsBoundary));
  }
  if (check) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, data, workflow };
}
