import { describe, expect, it } from 'vitest';
import { templatesOf } from './stacks.ts';

const inbound = { domain: 'reply.mentoring.example.org', ruleSet: 'default' };
const web = {
  domain: 'mentoring.example.org',
  certificateArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/00000000-0000-0000-0000-000000000000',
};
const prod = templatesOf('prod', { inbound, web });

/**
 * What holds data, or an address, name or consent that the world outside knows, and which of its properties make
 * CloudFormation put a new and empty one in its place. Everything else can be made anew by the next deployment.
 */
const lasting: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::Events::Archive': ['ArchiveName'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::S3::Bucket': ['BucketName'],
  // Letters that are out lead to its address; alarms go to whoever said yes to its mail; its DKIM records are in the DNS.
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::ApiGatewayV2::DomainName': ['DomainName'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::SES::ConfigurationSet': ['Name'],
  'AWS::Scheduler::ScheduleGroup': ['Name'],
  // Signs every link; puts only what is absent.
  'AWS::CloudFormation::CustomResource': [],
};

const replaceable = [
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  // The code of a version is in the repository; an alias leads to whichever was released last.
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  // Retained in prod; a new one begins empty and the old one stays.
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SES::ReceiptRule',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
];

const identitiesOf = (stack: 'data' | 'workflow') =>
  prod[stack]
    .filter(({ Type }) => Type in lasting)
    .map(({ Type, id, Properties }) => {
      const fixed = (lasting[Type] ?? []).filter((name) => Properties[name] !== undefined);
      return [Type, id, ...fixed.map((name) => `${name}=${JSON.stringify(Properties[name])}`)].join(' ');
    })
    .sort();

describe('what must last', () => {
  it('is known of every type of resource in the templates', () => {
    const types = new Set(prod.all.map(({ Type }) => Type));
    expect([...types].filter((type) => !(type in lasting) && !replaceable.includes(type))).toEqual([]);
  });

  it('keeps its logical id and what it is known by: CloudFormation would make an empty one in its place', () => {
    const keys = 'KeySchema=[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]';
    expect(identitiesOf('data')).toEqual([
      'AWS::CloudFormation::CustomResource StageKeys',
      `AWS::DynamoDB::Table KeysTable ${keys}`,
      `AWS::DynamoDB::Table Table ${keys}`,
      'AWS::Events::Archive Archive',
      'AWS::Events::EventBus Bus Name="reverse-mentoring-prod"',
      'AWS::SQS::Queue Letters',
      'AWS::SQS::Queue Parked',
      'AWS::SQS::Queue Replies',
    ]);
    expect(identitiesOf('workflow')).toEqual([
      'AWS::ApiGatewayV2::Api WebApi ProtocolType="HTTP"',
      'AWS::ApiGatewayV2::DomainName WebDomain DomainName="mentoring.example.org"',
      'AWS::S3::Bucket InboundRawMail',
      'AWS::SES::ConfigurationSet MailConfigurationSet Name="reverse-mentoring-prod"',
      'AWS::SES::EmailIdentity MailIdentity EmailIdentity="mentoring.example.org"',
      'AWS::SNS::Topic Alarms',
      'AWS::Scheduler::ScheduleGroup SchedulesGroup Name="reverse-mentoring-prod"',
    ]);
  });
});
