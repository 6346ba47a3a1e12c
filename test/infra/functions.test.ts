import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { environment as publicPages } from '../../functions/public/environment.ts';
import { environment as known, triggerOf } from '../bench/triggers.ts';
import { folderOf, idOf, statementsOf, templatesOf } from './stacks.ts';

const stage = 'dev';
const inbound = { domain: 'reply.dev.mentoring.example.org', ruleSet: 'default' };
const oidc = { issuer: 'https://login.example.org', clientId: 'desk' };
const template = templatesOf(stage, { inbound, oidc });
const lambdas = template.ofType('AWS::Lambda::Function');
const folders = readdirSync(join(import.meta.dirname, '../../functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const ids = new Set(template.all.map(({ id }) => id));

describe('functions', () => {
  it('are exactly the folders of functions/, and nothing else runs in the account', () => {
    expect(lambdas.map((lambda) => folderOf(lambda, stage)).sort()).toEqual([...folders].sort());
  });

  it('do without those that hear replies and company accounts where the stage takes none', () => {
    const without = templatesOf(stage).ofType('AWS::Lambda::Function');
    const there = new Set(without.map((lambda) => folderOf(lambda, stage)));
    expect(folders.filter((folder) => !there.has(folder))).toEqual(['company-sign-in', 'on-reply-received']);
  });

  it.each(folders)('%s gets exactly the variables that it asks for', async (folder) => {
    const { environment } = await import(`../../functions/${folder}/environment.ts`);
    const lambda = lambdas.find((each) => folderOf(each, stage) === folder);
    const { Variables } = Object(lambda?.Properties.Environment);
    expect(Object.keys(Variables).sort()).toEqual(Object.keys((environment as typeof publicPages).shape).sort());
  });

  it.each(folders)('%s can be measured: the bench knows what wakes it, and each of its variables', async (folder) => {
    const { environment } = await import(`../../functions/${folder}/environment.ts`);
    expect(triggerOf(folder, 'http://127.0.0.1')).toBeTypeOf('object');
    expect((environment as typeof publicPages).safeParse(known)).toMatchObject({ success: true });
  });

  it('have a role and a log group of their own, and say whom their failure hurts', () => {
    for (const lambda of lambdas) {
      const own = idOf(folderOf(lambda, stage));
      expect(lambda.id).toBe(`${own}Function`);
      expect(lambda.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Role: { 'Fn::GetAtt': [`${own}Role`, 'Arn'] },
        LoggingConfig: { LogGroup: { Ref: `${own}Logs` } },
        Description: expect.stringMatching(/^If this fails, .{20,200}\.$/),
      });
    }
  });

  it('keep their logs for a bounded time', () => {
    const groups = template.ofType('AWS::Logs::LogGroup');
    expect(groups).toHaveLength(lambdas.length + 1);
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBe(30);
  });

  it('that are invoked asynchronously park what fails, or run again anyway', () => {
    const own = lambdas.map(({ id }) => id.replace(/Function$/, '')).filter((each) => ids.has(`${each}Rule`));
    const reacting = own.filter((each) => !ids.has(`${each}Queue`));
    expect(own.filter((each) => !reacting.includes(each)).sort()).toEqual(['OnReplyReceived', 'SendLetters']);
    for (const own of reacting) {
      const async = template.all.find(({ id }) => id === `${own}Async`);
      expect(async?.Properties).toMatchObject({
        FunctionName: { Ref: `${own}Function` },
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::ImportValue': expect.stringContaining('ParkedArn') } } },
      });
      const role = template.all.find(({ id }) => id === `${own}Role`);
      expect(role && statementsOf(role).flatMap(({ Action }) => Action)).toContain('sqs:SendMessage');
    }
    const recurring = template.ofType('AWS::Scheduler::Schedule').map(({ id }) => id.replace(/Schedule$/, ''));
    expect(recurring.sort()).toEqual(['Redrive', 'Sweep']);
  });

  it('that follow the stream or a queue report partial failures and park what stays', () => {
    const mappings = template.ofType('AWS::Lambda::EventSourceMapping');
    expect(mappings.map(({ id }) => id).sort()).toEqual([
      'CalendarStream',
      'OnReplyReceivedQueue',
      'RelayStream',
      'SendLettersQueue',
    ]);
    for (const { id, Properties } of mappings) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      if (id.endsWith('Stream')) {
        expect(Properties).toMatchObject({ BisectBatchOnFunctionError: true, DestinationConfig: { OnFailure: {} } });
      }
    }
    for (const queue of ['Letters', 'Replies']) {
      expect(template.data.find(({ id }) => id === queue)?.Properties).toMatchObject({
        RedrivePolicy: { maxReceiveCount: 5 },
        VisibilityTimeout: 360,
      });
    }
  });
});
