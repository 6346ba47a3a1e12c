import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { appName } from '../names.ts';
import type { Plan } from './bill.ts';
import type { PriceName } from './counted.ts';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
export type TemplateResource = z.infer<typeof Template>['Resources'][string] & { readonly id: string };

/** What is there costs nothing, or only what is counted by the piece. */
const freeTypes = new Set([
  ...['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::CDK::Metadata', 'AWS::CloudFormation::CustomResource'],
  ...['AWS::Lambda::Permission', 'AWS::Lambda::EventInvokeConfig', 'AWS::Lambda::Version', 'AWS::Lambda::Alias'],
  ...[
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::Stage',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGatewayV2::Route',
  ],
  ...['AWS::ApiGatewayV2::DomainName', 'AWS::ApiGatewayV2::ApiMapping', 'AWS::Logs::LogGroup'],
  ...['AWS::Events::EventBus', 'AWS::Events::Rule', 'AWS::Scheduler::ScheduleGroup'],
  ...['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription'],
  ...['AWS::SES::ConfigurationSet', 'AWS::SES::ConfigurationSetEventDestination', 'AWS::SES::EmailIdentity'],
  ...['AWS::SES::ReceiptRule', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  ...['AWS::CodeDeploy::Application', 'AWS::CodeDeploy::DeploymentGroup', 'AWS::CodeDeploy::DeploymentConfig'],
]);
const standingTypes: Readonly<Record<string, PriceName>> = {
  'AWS::CloudWatch::Alarm': 'alarm month',
  'AWS::CloudWatch::CompositeAlarm': 'alarm month',
  'AWS::CloudWatch::Dashboard': 'dashboard month',
  'AWS::Logs::MetricFilter': 'metric month',
  'AWS::KMS::Key': 'customer key month',
};

/** The resources of all templates of a cloud assembly. */
export function resourcesIn(assembly: string): TemplateResource[] {
  return readdirSync(assembly)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) => Object.entries(Template.parse(JSON.parse(readFileSync(join(assembly, name), 'utf8'))).Resources))
    .map(([id, resource]) => ({ id, ...resource }));
}

/** Pure: what the bill needs to know. A type of which nobody has said what it costs is refused: it may cost a lot. */
export function planOf(resources: readonly TemplateResource[]): Plan {
  const memory = new Map<string, number>();
  const pages = new Set<string>();
  const byTheClock = new Map<string, number>();
  const standing: Partial<Record<PriceName, number>> = {};
  let queueMappings = 0;
  const functions = new Map(
    resources
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ id, Properties }) => [id, folderOf(Properties.FunctionName)] as const),
  );
  /** The function that a value refers to, by its own id or by an alias of it. */
  const named = (value: unknown, deep = true): string => {
    const text = JSON.stringify(value);
    for (const [id, name] of functions) if (text.includes(`"${id}"`)) return name;
    const alias = resources.find(({ Type, id }) => Type === 'AWS::Lambda::Alias' && text.includes(`"${id}"`));
    if (alias && deep) return named(alias.Properties.FunctionName, false);
    throw new Error(`no function in ${text}`);
  };
  for (const { Type, Properties } of resources) {
    const price = standingTypes[Type];
    if (price) standing[price] = (standing[price] ?? 0) + paidTimes(Properties);
    else if (Type === 'AWS::Lambda::Function') {
      memory.set(folderOf(Properties.FunctionName), Number(Properties.MemorySize ?? 128));
    } else if (Type === 'AWS::Lambda::EventSourceMapping') {
      // Following a table's stream costs nothing; a queue is asked by request.
      if (JSON.stringify(Properties.EventSourceArn).includes('Stream')) continue;
      queueMappings++;
    } else if (Type === 'AWS::Scheduler::Schedule') {
      const target = z.object({ Arn: z.unknown() }).parse(Properties.Target);
      byTheClock.set(named(target.Arn), runsAMonth(String(Properties.ScheduleExpression)));
    } else if (Type === 'AWS::DynamoDB::Table') {
      const { SSESpecification } = Properties;
      if (SSESpecification) standing['customer key month'] = 1;
    } else if (Type !== 'AWS::Events::Archive' && !Type.startsWith('Custom::') && !freeTypes.has(Type)) {
      throw new Error(`nobody has said what ${Type} costs: infra/cost/plan.ts`);
    }
    if (Type === 'AWS::ApiGatewayV2::Integration') pages.add(named(Properties.IntegrationUri));
  }
  return {
    memory,
    pages,
    byTheClock,
    queueMappings,
    backedUp: resources.some(
      ({ Type, Properties }) =>
        Type === 'AWS::DynamoDB::Table' &&
        Object(Properties.PointInTimeRecoverySpecification).PointInTimeRecoveryEnabled === true,
    ),
    archived: resources.some(({ Type }) => Type === 'AWS::Events::Archive'),
    standing,
  };
}

/** An alarm that computes with several metrics is paid for each of them; everything else that stands there, once. */
function paidTimes({ Metrics }: TemplateResource['Properties']): number {
  const watched = z.array(z.object({ MetricStat: z.unknown().optional() })).safeParse(Metrics);
  return watched.success ? watched.data.filter(({ MetricStat }) => MetricStat !== undefined).length : 1;
}

const folderOf = (name: unknown) => String(name).replace(new RegExp(`^${appName}-[a-z0-9]+-`), '');

function runsAMonth(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const minutes = { minute: 1, hour: 60, day: 1_440 }[unit ?? ''];
  if (!count || !minutes) throw new Error(`nobody has said how often ${expression} is`);
  return (730 * 60) / (Number(count) * minutes);
}
