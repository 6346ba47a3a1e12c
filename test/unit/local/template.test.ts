import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnCondition, CfnOutput, CfnResource, CustomResource, Fn, Stack, Token } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { AttributeType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFn, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAssembly } from '../../../infra/local/template/load.ts';

const region = 'eu-central-1';
const accountId = '000000000000';
const directories: string[] = [];
const directory = () => {
  const made = mkdtempSync(join(tmpdir(), 'assembly-'));
  directories.push(made);
  return made;
};
afterAll(() => {
  for (const made of directories) rmSync(made, { recursive: true });
});

function synthesise(build: (app: App, code: () => Code) => void): string {
  const outdir = directory();
  const source = directory();
  writeFileSync(join(source, 'handler.mjs'), 'export const handler = () => {};');
  const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
  build(app, () => Code.fromAsset(source));
  app.synth();
  return outdir;
}

const single = (build: (stack: Stack) => void) => synthesise((app) => build(new Stack(app, 'one')));
const load = (outdir: string) =>
  loadAssembly(outdir, {
    region,
    accountId,
    queueUrl: (name) => `http://localhost:1/${accountId}/${name}`,
    apiEndpoint: () => 'http://localhost:4400',
  });

describe('a cloud assembly of two stacks', () => {
  const outdir = synthesise((app, code) => {
    const data = new Stack(app, 'data');
    const table = new Table(data, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
    });
    const bus = new EventBus(data, 'Bus', { eventBusName: 'ours' });
    const runtime = Runtime.NODEJS_24_X;
    const keys = new LambdaFn(data, 'keys', { runtime, handler: 'handler.handler', code: code() });
    new CustomResource(data, 'Fill', { serviceToken: keys.functionArn, properties: { table: table.tableName } });
    const workflow = new Stack(app, 'workflow');
    const queue = new Queue(workflow, 'Letters', { queueName: 'letters' });
    const fn = new LambdaFn(workflow, 'relay', {
      runtime,
      handler: 'handler.handler',
      code: code(),
      functionName: 'relay',
      environment: { TABLE: table.tableName, STREAM: Token.asString(table.tableStreamArn), URL: queue.queueUrl },
    });
    new Rule(workflow, 'Rule', {
      eventBus: bus,
      ruleName: 'formed',
      eventPattern: { detailType: ['pair.formed.v1'] },
      targets: [new LambdaFunction(fn)],
    });
    new CfnOutput(workflow, 'Url', { value: new HttpApi(workflow, 'Api').apiEndpoint });
    new CfnOutput(workflow, 'Sub', { value: Fn.sub(`\${AWS::Region}-\${X}-\${!Kept}`, { X: 'x' }) });
    new CfnOutput(workflow, 'Part', { value: Fn.select(5, Fn.split(':', queue.queueArn)) });
  });
  const assembly = load(outdir);
  const find = (type: string, stack = 'workflow') => {
    const found = assembly.resources.find((resource) => resource.type === type && resource.stack === stack);
    if (!found) throw new Error(`no ${type}`);
    return found;
  };

  it('gives each resource the identity that AWS would give it', () => {
    const table = find('AWS::DynamoDB::Table', 'data');
    expect(table.physicalId).toMatch(/^data-Table[0-9A-F]+-[A-Z0-9]{12}$/);
    expect(table.arn).toBe(`arn:aws:dynamodb:${region}:${accountId}:table/${table.physicalId}`);
    expect(find('AWS::Events::Rule')).toMatchObject({
      physicalId: 'ours|formed',
      arn: `arn:aws:events:${region}:${accountId}:rule/ours/formed`,
    });
    expect(find('AWS::SQS::Queue')).toMatchObject({
      physicalId: `http://localhost:1/${accountId}/letters`,
      arn: `arn:aws:sqs:${region}:${accountId}:letters`,
    });
  });

  it('resolves what one stack takes from another', () => {
    const table = find('AWS::DynamoDB::Table', 'data');
    expect(find('AWS::Lambda::Function').properties.Environment).toEqual({
      Variables: {
        TABLE: table.physicalId,
        STREAM: expect.stringContaining(`${table.arn}/stream/`),
        URL: `http://localhost:1/${accountId}/letters`,
      },
    });
    expect(find('AWS::Lambda::Permission').properties.SourceArn).toBe(find('AWS::Events::Rule').arn);
  });

  it('keeps every name from one load to the next', () => {
    expect(load(outdir).resources).toEqual(assembly.resources);
  });

  it('puts a resource after what it needs, and a custom resource last in its stack', () => {
    const order = assembly.resources.map(({ stack, type }) => `${stack} ${type}`);
    const last = order.filter((entry) => entry.startsWith('data')).at(-1);
    expect(last).toBe('data AWS::CloudFormation::CustomResource');
    expect(order.indexOf('workflow AWS::IAM::Role')).toBeLessThan(order.indexOf('workflow AWS::Lambda::Function'));
    expect(order.indexOf('data AWS::DynamoDB::Table')).toBeLessThan(order.indexOf('workflow AWS::SQS::Queue'));
  });

  it('finds the directory of the code', () => {
    const code = find('AWS::Lambda::Function').properties.Code;
    const key = String((code as { S3Key: string }).S3Key);
    expect(readdirSync(assembly.asset(key))).toEqual(['handler.mjs']);
    expect(assembly.asset(key.replace('.zip', ''))).toBe(assembly.asset(key));
  });

  it('resolves the outputs', () => {
    expect(assembly.outputs).toMatchObject({
      Url: 'http://localhost:4400',
      Sub: `${region}-x-\${Kept}`,
      Part: 'letters',
    });
  });
});

it('leaves out what a condition rules out', () => {
  const outdir = single((stack) => {
    const never = new CfnCondition(stack, 'Never', { expression: Fn.conditionEquals(stack.region, 'mars') });
    const queue = new CfnResource(stack, 'Gone', { type: 'AWS::SQS::Queue' });
    queue.cfnOptions.condition = never;
    new CfnResource(stack, 'Here', {
      type: 'AWS::SQS::Queue',
      properties: {
        QueueName: Fn.conditionIf('Never', 'no', 'yes').toString(),
        DelaySeconds: Fn.conditionIf('Never', 3, { Ref: 'AWS::NoValue' }),
      },
    });
  });
  const { resources } = load(outdir);
  expect(resources.map(({ logicalId, properties }) => [logicalId, properties])).toEqual([
    ['Here', { QueueName: 'yes' }],
  ]);
});

it.each([
  [
    'a resource type',
    'AWS::Kinesis::Stream',
    (stack: Stack) => new CfnResource(stack, 'B', { type: 'AWS::Kinesis::Stream' }),
  ],
  ['an intrinsic', 'Fn::Base64', (stack: Stack) => queueNamed(stack, Fn.base64('x'))],
  ['a dynamic reference', '{{resolve:ssm:/x}}', (stack: Stack) => queueNamed(stack, '{{resolve:ssm:/x}}')],
  [
    'an attribute',
    'no Colour of AWS::SNS::Topic',
    (stack: Stack) =>
      queueNamed(stack, new CfnResource(stack, 'T', { type: 'AWS::SNS::Topic' }).getAtt('Colour').toString()),
  ],
  ['a missing export', 'nobody:This', (stack: Stack) => queueNamed(stack, Fn.importValue('nobody:This'))],
  [
    "a custom resource's answer",
    'Custom::Key',
    (stack: Stack) =>
      queueNamed(stack, new CfnResource(stack, 'C', { type: 'Custom::Key' }).getAtt('Value').toString()),
  ],
])('refuses %s that it does not know, by name', (_, name, build) => {
  expect(() => load(single(build))).toThrow(name);
});

it('refuses an assembly made for another account', () => {
  const other = synthesise((app) => new Stack(app, 'one', { env: { account: '111111111111', region } }));
  expect(() => load(other)).toThrow('aws://111111111111/eu-central-1');
});

function queueNamed(stack: Stack, name: string) {
  return new CfnResource(stack, 'Queue', { type: 'AWS::SQS::Queue', properties: { QueueName: name } });
}
