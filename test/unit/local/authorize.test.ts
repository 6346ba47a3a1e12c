import { describe, expect, it } from 'vitest';
import { authorizer, type Call } from '../../../infra/local/iam/authorize.ts';
import { assemblyOf } from './support.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:000000000000:${rest}`;
const table = arn('dynamodb', 'table/T');
const queue = arn('sqs', 'parked');
const fn = arn('lambda', 'function:relay');
const ruleArn = arn('events', 'rule/ours/formed');
const groupArn = arn('scheduler', 'schedule-group/g');

type Statements = Record<string, unknown>[];
const stage = (statements: Statements, role: Record<string, unknown> = {}) =>
  authorizer(
    assemblyOf([
      {
        logicalId: 'Role',
        type: 'AWS::IAM::Role',
        physicalId: 'role-name',
        arn: 'arn:aws:iam::000000000000:role/role-name',
        properties: {
          AssumeRolePolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Principal: { Service: 'scheduler.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': '000000000000', 'aws:SourceArn': groupArn } },
            },
          },
          ...role,
        },
      },
      {
        logicalId: 'Policy',
        type: 'AWS::IAM::Policy',
        properties: { Roles: ['role-name'], PolicyDocument: { Statement: statements } },
      },
      { logicalId: 'Parked', type: 'AWS::SQS::Queue', physicalId: 'http://q/parked', arn: queue },
      {
        logicalId: 'ParkedPolicy',
        type: 'AWS::SQS::QueuePolicy',
        properties: {
          Queues: ['http://q/parked'],
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Deny',
                Action: 'sqs:*',
                Principal: { AWS: '*' },
                Resource: queue,
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
              {
                Effect: 'Allow',
                Action: 'sqs:SendMessage',
                Principal: { Service: 'events.amazonaws.com' },
                Resource: queue,
                Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
              },
            ],
          },
        },
      },
      {
        logicalId: 'Permission',
        type: 'AWS::Lambda::Permission',
        properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: fn,
          Principal: 'apigateway.amazonaws.com',
          SourceArn: arn('execute-api', 'api/*/*/desk/{proxy+}'),
        },
      },
    ]),
  );
const allow = (Action: unknown, Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition !== undefined && { Condition }),
});
const ask = (statements: Statements, action: string, resource: string, context: Call['context'] = {}) =>
  stage(statements)({ principal: { role: 'Role' }, action, resource, context }).allowed;

describe('a role', () => {
  it.each<[string, Statements, string, string, boolean]>([
    ['does what a policy allows', [allow('dynamodb:PutItem', table)], 'dynamodb:PutItem', table, true],
    ['does nothing else', [allow('dynamodb:PutItem', table)], 'dynamodb:GetItem', table, false],
    ['does it on that resource only', [allow('dynamodb:PutItem', table)], 'dynamodb:PutItem', `${table}2`, false],
    ['reads actions without case', [allow('DynamoDB:putitem', table)], 'dynamodb:PutItem', table, true],
    ['takes wildcards in actions', [allow(['x:*', 'dynamodb:Put*'], table)], 'dynamodb:PutItem', table, true],
    [
      'takes wildcards in resources',
      [allow('dynamodb:Query', [`${table}/index/*`])],
      'dynamodb:Query',
      `${table}/index/due`,
      true,
    ],
    [
      'stops a wildcard at a colon',
      [allow('dynamodb:Query', 'arn:aws:dynamodb:*:table/T')],
      'dynamodb:Query',
      table,
      false,
    ],
    [
      'is stopped by a Deny',
      [allow('*', '*'), { Effect: 'Deny', Action: 'dynamodb:Scan', Resource: '*' }],
      'dynamodb:Scan',
      table,
      false,
    ],
  ])('%s', (_, statements, action, resource, allowed) => {
    expect(ask(statements, action, resource)).toBe(allowed);
  });

  it.each<[string, unknown, Call['context'], boolean]>([
    ['StringEquals', { StringEquals: { 'ses:FromAddress': ['a@x', 'b@x'] } }, { 'ses:FromAddress': 'b@x' }, true],
    ['a missing key', { StringEquals: { 'ses:FromAddress': 'a@x' } }, {}, false],
    ['a missing key of a negation', { StringNotEquals: { 'ses:FromAddress': 'a@x' } }, {}, true],
    ['StringLike', { StringLike: { 'ses:FromAddress': '*@x' } }, { 'ses:fromaddress': 'who@x' }, true],
    ['StringNotLike', { StringNotLike: { 'ses:FromAddress': '*@x' } }, { 'ses:FromAddress': 'who@x' }, false],
    ['IfExists', { StringEqualsIfExists: { 'ses:FromAddress': 'a@x' } }, {}, true],
    ['Null', { Null: { 'ses:FromAddress': 'true' } }, {}, true],
    [
      'two keys, one wrong',
      { StringEquals: { 'ses:FromAddress': 'a', 'events:source': 'b' } },
      { 'ses:FromAddress': 'a', 'events:source': 'c' },
      false,
    ],
    [
      'ForAllValues, all fitting',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'pair#*' } },
      { 'dynamodb:LeadingKeys': ['pair#1', 'pair#2'] },
      true,
    ],
    [
      'ForAllValues, one not',
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'pair#*' } },
      { 'dynamodb:LeadingKeys': ['pair#1', 'key#2'] },
      false,
    ],
    [
      'ForAllValues, none there',
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'k' } },
      { 'dynamodb:LeadingKeys': [] },
      true,
    ],
    [
      'ForAnyValue, none there',
      { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': 'k' } },
      { 'dynamodb:LeadingKeys': [] },
      false,
    ],
    [
      'what always holds',
      { Bool: { 'aws:SecureTransport': true }, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/role-*' } },
      {},
      true,
    ],
  ])('meets the condition %s', (_, condition, context, allowed) => {
    expect(ask([allow('x:Do', '*', condition)], 'x:Do', '*', context)).toBe(allowed);
  });

  it('has the basic policy of Lambda where it is attached', () => {
    const basic = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'] };
    const call = { principal: { role: 'role-name' }, action: 'logs:PutLogEvents', resource: '*', context: {} };
    expect(stage([], basic)(call)).toEqual({ allowed: true, by: 'AWSLambdaBasicExecutionRole, statement 1' });
    expect(stage([])(call)).toMatchObject({ allowed: false, why: expect.stringContaining('logs:PutLogEvents') });
  });
});

describe('a service', () => {
  const may = (service: string, sourceArn: string, action: string, resource: string) =>
    stage([])({ principal: { service, sourceArn }, action, resource, context: {} }).allowed;

  it('sends to a queue only where the queue lets this rule', () => {
    expect(may('events.amazonaws.com', ruleArn, 'sqs:SendMessage', queue)).toBe(true);
    expect(may('events.amazonaws.com', `${ruleArn}2`, 'sqs:SendMessage', queue)).toBe(false);
    expect(may('scheduler.amazonaws.com', ruleArn, 'sqs:SendMessage', queue)).toBe(false);
  });

  it('invokes a function only from the source of a permission', () => {
    const invoke = (source: string) =>
      may('apigateway.amazonaws.com', arn('execute-api', source), 'lambda:InvokeFunction', fn);
    expect(invoke('api/$default/ANY/desk/{proxy+}')).toBe(true);
    expect(invoke('api/$default/ANY/me/{token}')).toBe(false);
  });

  it('takes on a role only as its trust policy says', () => {
    const role = 'arn:aws:iam::000000000000:role/role-name';
    expect(may('scheduler.amazonaws.com', groupArn, 'sts:AssumeRole', role)).toBe(true);
    expect(may('lambda.amazonaws.com', groupArn, 'sts:AssumeRole', role)).toBe(false);
    expect(may('scheduler.amazonaws.com', `${groupArn}2`, 'sts:AssumeRole', role)).toBe(false);
  });
});

it.each<[string, Statements]>([
  ['NotAction', [{ Effect: 'Allow', NotAction: 'x:*', Resource: '*' }]],
  ['NotResource', [{ Effect: 'Allow', Action: 'x:*', NotResource: '*' }]],
  ['the condition key aws:CurrentTime', [allow('x:Do', '*', { StringEquals: { 'aws:CurrentTime': 'x' } })]],
  ['the condition operator NumericLessThan', [allow('x:Do', '*', { NumericLessThan: { 'aws:SourceAccount': '3' } })]],
  ['the policy variable', [allow('x:Do', `arn:aws:x:::\${aws:username}`)]],
])('refuses %s in a policy by name', (name, statements) => {
  expect(() => stage(statements)).toThrow(name);
});

it('refuses a managed policy that it does not know, a role that is not there and a key that nobody said', () => {
  expect(() => stage([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] })).toThrow(
    'AdministratorAccess',
  );
  expect(() => stage([])({ principal: { role: 'No' }, action: 'x:Do', resource: '*', context: {} })).toThrow(
    'no role No',
  );
  const condition = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'k' } };
  expect(() => ask([allow('x:Do', '*', condition)], 'x:Do', '*')).toThrow('dynamodb:LeadingKeys');
});
