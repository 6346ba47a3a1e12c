import type { LoadOptions } from './assembly.ts';
import { generatedName, stableId, stableUuid } from './names.ts';

/** What `Ref` and `Fn::GetAtt` give for a resource. */
export interface Identity {
  physicalId: string;
  arn?: string;
  attributes: Record<string, string>;
}

export interface Subject {
  logicalId: string;
  stack: string;
  options: LoadOptions;
  /** A property of the resource, resolved; undefined if the template leaves it out. */
  text(property: string): string | undefined;
}

type Identify = (subject: Subject) => Identity;

const arn = ({ options }: Subject, service: string, resource: string) =>
  `arn:aws:${service}:${options.region}:${options.accountId}:${resource}`;

const nameOf = (subject: Subject, property: string, maximum: number) =>
  subject.text(property) ?? generatedName(subject.stack, subject.logicalId, maximum);

const seed = ({ stack, logicalId }: Subject) => `${stack}/${logicalId}`;

const withArn = (physicalId: string, itsArn: string, attributes: Record<string, string> = {}): Identity => ({
  physicalId,
  arn: itsArn,
  attributes: { Arn: itsArn, ...attributes },
});

/** Resources that nobody addresses: only their `Ref` exists. */
const opaque: Identify = (subject) => ({ physicalId: stableId(seed(subject), 12).toLowerCase(), attributes: {} });

const withId: Identify = (subject) => {
  const id = stableUuid(seed(subject));
  return { physicalId: id, attributes: { Id: id } };
};

const table: Identify = (subject) => {
  const name = nameOf(subject, 'TableName', 255);
  const itsArn = arn(subject, 'dynamodb', `table/${name}`);
  return withArn(name, itsArn, { StreamArn: `${itsArn}/stream/2025-01-01T00:00:00.000` });
};

const queue: Identify = (subject) => {
  const name = nameOf(subject, 'QueueName', 80);
  const { region, accountId, queueUrl } = subject.options;
  const url = queueUrl?.(name) ?? `https://sqs.${region}.amazonaws.com/${accountId}/${name}`;
  return withArn(url, arn(subject, 'sqs', name), { QueueName: name, QueueUrl: url });
};

const bus: Identify = (subject) => {
  const name = nameOf(subject, 'Name', 256);
  return withArn(name, arn(subject, 'events', `event-bus/${name}`), { Name: name });
};

const rule: Identify = (subject) => {
  const name = nameOf(subject, 'Name', 64);
  // A rule of a custom bus is `bus|name` for CloudFormation; the bus may be given by its ARN.
  const given = subject.text('EventBusName')?.split('event-bus/').at(-1);
  if (given === undefined || given === 'default') return withArn(name, arn(subject, 'events', `rule/${name}`));
  return withArn(`${given}|${name}`, arn(subject, 'events', `rule/${given}/${name}`));
};

const role: Identify = (subject) => {
  const name = nameOf(subject, 'RoleName', 64);
  const itsArn = `arn:aws:iam::${subject.options.accountId}:role${subject.text('Path') ?? '/'}${name}`;
  return withArn(name, itsArn, { RoleId: `AROA${stableId(seed(subject), 17)}` });
};

const managedPolicy: Identify = (subject) => {
  const name = nameOf(subject, 'ManagedPolicyName', 128);
  const itsArn = `arn:aws:iam::${subject.options.accountId}:policy${subject.text('Path') ?? '/'}${name}`;
  return { physicalId: itsArn, arn: itsArn, attributes: { PolicyArn: itsArn } };
};

const mapping: Identify = (subject) => {
  const id = stableUuid(seed(subject));
  const itsArn = arn(subject, 'lambda', `event-source-mapping:${id}`);
  return { physicalId: id, arn: itsArn, attributes: { Id: id, EventSourceMappingArn: itsArn } };
};

const api: Identify = (subject) => {
  const id = stableId(seed(subject), 10).toLowerCase();
  const { region, apiEndpoint } = subject.options;
  const endpoint = apiEndpoint?.(id) ?? `https://${id}.execute-api.${region}.amazonaws.com`;
  return { physicalId: id, attributes: { ApiId: id, ApiEndpoint: endpoint } };
};

/** Names of buckets have no capitals. */
const bucket: Identify = (subject) => {
  const name = nameOf(subject, 'BucketName', 63).toLowerCase();
  return withArn(name, `arn:aws:s3:::${name}`);
};

const topic: Identify = (subject) => {
  const name = nameOf(subject, 'TopicName', 256);
  const itsArn = arn(subject, 'sns', name);
  return { physicalId: itsArn, arn: itsArn, attributes: { TopicArn: itsArn, TopicName: name } };
};

const schedule: Identify = (subject) => {
  const name = nameOf(subject, 'Name', 64);
  return withArn(name, arn(subject, 'scheduler', `schedule/${subject.text('GroupName') ?? 'default'}/${name}`));
};

const named =
  (property: string, maximum: number, service: string, prefix: string, suffix = ''): Identify =>
  (subject) => {
    const name = nameOf(subject, property, maximum);
    return withArn(name, arn(subject, service, `${prefix}${name}${suffix}`));
  };

/** Has an ARN that policies name, but none that `Fn::GetAtt` gives. */
const namedOnly =
  (property: string, maximum: number, prefix: string): Identify =>
  (subject) => {
    const name = nameOf(subject, property, maximum);
    return { physicalId: name, arn: arn(subject, 'ses', `${prefix}${name}`), attributes: {} };
  };

const types: Record<string, Identify> = {
  'AWS::ApiGatewayV2::Api': api,
  'AWS::ApiGatewayV2::Integration': opaque,
  'AWS::ApiGatewayV2::Route': opaque,
  'AWS::ApiGatewayV2::Stage': (subject) => ({ physicalId: subject.text('StageName') ?? '$default', attributes: {} }),
  'AWS::CDK::Metadata': opaque,
  'AWS::CloudWatch::Alarm': named('AlarmName', 255, 'cloudwatch', 'alarm:'),
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Archive': named('ArchiveName', 48, 'events', 'archive/'),
  'AWS::Events::EventBus': bus,
  'AWS::Events::Rule': rule,
  'AWS::IAM::ManagedPolicy': managedPolicy,
  'AWS::IAM::Policy': (subject) => ({ physicalId: nameOf(subject, 'PolicyName', 128), attributes: {} }),
  'AWS::IAM::Role': role,
  'AWS::Lambda::EventInvokeConfig': opaque,
  'AWS::Lambda::EventSourceMapping': mapping,
  'AWS::Lambda::Function': named('FunctionName', 64, 'lambda', 'function:'),
  'AWS::Lambda::Permission': withId,
  'AWS::Logs::LogGroup': named('LogGroupName', 512, 'logs', 'log-group:', ':*'),
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': opaque,
  'AWS::Scheduler::Schedule': schedule,
  'AWS::Scheduler::ScheduleGroup': named('Name', 64, 'scheduler', 'schedule-group/'),
  'AWS::SES::ConfigurationSet': namedOnly('Name', 64, 'configuration-set/'),
  'AWS::SES::ConfigurationSetEventDestination': withId,
  'AWS::SES::EmailIdentity': namedOnly('EmailIdentity', 320, 'identity/'),
  'AWS::SES::ReceiptRule': opaque,
  'AWS::SNS::Subscription': opaque,
  'AWS::SNS::Topic': topic,
  'AWS::SNS::TopicPolicy': withId,
  'AWS::SQS::Queue': queue,
  'AWS::SQS::QueuePolicy': withId,
};

export const isCustomResource = (type: string) =>
  type === 'AWS::CloudFormation::CustomResource' || type.startsWith('Custom::');

export const isKnown = (type: string) => isCustomResource(type) || Object.hasOwn(types, type);

export function identify(type: string, subject: Subject): Identity | undefined {
  if (isCustomResource(type)) return opaque(subject);
  return types[type]?.(subject);
}
