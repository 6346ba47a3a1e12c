import { describe, expect, it } from 'vitest';
import { tokenTypes } from '../../infra/constructs/table-access.ts';
import { tokenTypeNames } from '../../shared/token/types.ts';
import { type Found, leadingKeysOf, type Statement, statementsOf, templatesOf } from './stacks.ts';

const template = templatesOf('prod');
const roles = template.ofType('AWS::IAM::Role');
const roleOf = (own: string): Found => {
  const role = roles.find(({ id }) => id === `${own}Role`);
  if (!role) throw new Error(`no role ${own}`);
  return role;
};
const allowed = (own: string, action: string): Statement[] =>
  statementsOf(roleOf(own)).filter(({ Action }) => Action.includes(action));
const partitions = (own: string, ...actions: string[]): string[] =>
  actions.flatMap((action) => allowed(own, action)).flatMap((statement) => leadingKeysOf(statement) ?? []);
const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];

describe('permissions', () => {
  it('stand in the role that has them, and nowhere else', () => {
    expect(template.ofType('AWS::IAM::Policy')).toEqual([]);
    expect(template.ofType('AWS::IAM::ManagedPolicy')).toEqual([]);
    for (const role of roles) expect(statementsOf(role).length).toBeGreaterThan(0);
  });

  it('name their actions one by one, and * only where an action knows no resources', () => {
    for (const role of roles) {
      for (const { Action, Resource } of statementsOf(role)) {
        for (const action of Action) expect(action).toMatch(/^[a-z]+:[A-Z][A-Za-z]+$/);
        if (Resource === '*') expect([role.id, ...Action]).toEqual(['SendLettersRole', 'ses:GetSendQuota']);
      }
    }
  });

  it('on the tables are limited to partitions, and nobody scans', () => {
    for (const role of roles) {
      for (const statement of statementsOf(role)) {
        const data = statement.Action.filter((action) => [...reading, ...writing, 'dynamodb:Scan'].includes(action));
        if (data.length === 0) continue;
        expect(data).not.toContain('dynamodb:Scan');
        expect(leadingKeysOf(statement)?.length).toBeGreaterThan(0);
        expect(leadingKeysOf(statement)).not.toContain('*');
      }
    }
  });

  it('let only the sender, the contact’s page, the answer page and the reaction to it see calls for help', () => {
    const mayRead = roles
      .map(({ id }) => id.replace(/Role$/, ''))
      .filter((own) => partitions(own, ...reading).some((key) => key === 'help#*'));
    expect(mayRead.sort()).toEqual(['Answer', 'Help', 'OnHelpRequested', 'SendLetters']);
    expect(partitions('Desk', ...reading, ...writing).filter((key) => key.startsWith('help'))).toEqual([]);
  });

  it('let only the answer page read a cohort’s sealing key, and the desk only make one', () => {
    const mayRead = roles.filter(({ id }) => partitions(id.replace(/Role$/, ''), ...reading).includes('seal#*'));
    expect(mayRead.map(({ id }) => id)).toEqual(['AnswerRole']);
    expect(partitions('Cohorts', 'dynamodb:PutItem')).toContain('seal#*');
  });

  it('let only the hooks read what proves a call of a form elsewhere', () => {
    const mayRead = roles.filter(({ id }) => partitions(id.replace(/Role$/, ''), ...reading).includes('source#*'));
    expect(mayRead.map(({ id }) => id)).toEqual(['HooksRole']);
    expect(partitions('Hooks', ...writing)).not.toContain('source#*');
  });

  it('let only keys and who turns them write token keys, and only keys the pepper', () => {
    const mayWrite = (what: RegExp) =>
      roles
        .map(({ id }) => id)
        .filter((id) => partitions(id.replace(/Role$/, ''), ...writing).some((key) => what.test(key)));
    expect(mayWrite(/^token#/).sort()).toEqual(['KeysRole', 'RotateKeysRole']);
    expect(mayWrite(/^pepper/)).toEqual(['KeysRole']);
    for (const own of ['Keys', 'RotateKeys']) expect(allowed(own, 'dynamodb:UpdateItem')).toEqual([]);
  });

  it('let who turns the keys know their names and read none', () => {
    expect(new Set(partitions('RotateKeys', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'))).toEqual(
      new Set(['cohorts']),
    );
    const ofKeys = allowed('RotateKeys', 'dynamodb:Query').filter((each) => leadingKeysOf(each)?.includes('token#*'));
    expect(ofKeys.map(({ Condition }) => Condition)).toEqual([
      {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['token#*'] },
        'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'signsFrom'] },
        StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
      },
    ]);
  });

  it('let only the sender send, as the one sender of the stage', () => {
    const senders = roles.filter((role) =>
      statementsOf(role).some(({ Action }) => Action.includes('ses:SendRawEmail')),
    );
    expect(senders.map(({ id }) => id)).toEqual(['SendLettersRole']);
    expect(allowed('SendLetters', 'ses:SendRawEmail')[0]?.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'programme@mentoring.example.org' },
    });
  });

  it('let the calendar hand over the one schedule role to the scheduler only', () => {
    const [pass] = allowed('Calendar', 'iam:PassRole');
    expect(pass?.Resource).toEqual({ 'Fn::GetAtt': ['SchedulesRole', 'Arn'] });
    expect(pass?.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  });

  it('let services that act for many accounts use a role or a resource for this account only', () => {
    const shared = ['scheduler', 'codedeploy'].map((name) => `${name}.amazonaws.com`);
    const trusting = roles
      .map(({ id, Properties }) => ({ id, trust: JSON.stringify(Properties.AssumeRolePolicyDocument) }))
      .filter(({ trust }) => shared.some((service) => trust.includes(service)));
    expect(trusting.map(({ id }) => id)).toEqual(expect.arrayContaining(['SchedulesRole', 'ReleasesRole']));
    for (const { id, trust } of trusting)
      expect(trust, id).toContain('"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}');

    const policies = templatesOf('prod', { inbound: { domain: 'reply.mentoring.example.org', ruleSet: 'default' } })
      .all.filter(({ Type }) => /Policy$/.test(Type))
      .flatMap(({ id, Properties }) =>
        Object(Properties.PolicyDocument).Statement.map((each: object) => ({ id, each })),
      );
    for (const { id, each } of policies)
      expect(JSON.stringify(each), id).toMatch(/"Effect":"Deny"|aws:Source(Account|Arn)/);
    for (const { id, Properties } of template.ofType('AWS::Lambda::Permission'))
      expect(Properties.SourceArn, id).toBeDefined();
  });

  it('know every type of token', () => {
    expect([...tokenTypes].sort()).toEqual([...tokenTypeNames].sort());
  });
});
