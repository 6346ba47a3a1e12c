import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogue } from '../../events/catalogue.ts';
import { source } from '../../events/define.ts';
import { idOf, templatesOf } from './stacks.ts';

const functions = join(import.meta.dirname, '../../functions');

const template = templatesOf('dev');
const Rule = z.object({
  Name: z.string().optional(),
  EventBusName: z.unknown().optional(),
  EventPattern: z.object({ source: z.array(z.string()), 'detail-type': z.array(z.string()).optional() }).loose(),
  Targets: z.array(
    z.object({
      RetryPolicy: z.object({ MaximumRetryAttempts: z.number(), MaximumEventAgeInSeconds: z.number() }),
      DeadLetterConfig: z.object({ Arn: z.unknown() }),
      InputTransformer: z.object({ InputPathsMap: z.record(z.string(), z.string()) }).optional(),
    }),
  ),
});
const rules = template.ofType('AWS::Events::Rule').map(({ id, Properties }) => ({ id, ...Rule.parse(Properties) }));
const ours = rules.filter(({ EventPattern }) => EventPattern.source.includes(source));

describe('events', () => {
  it('are each heard by one function', () => {
    const heard = ours.flatMap(({ EventPattern }) => EventPattern['detail-type'] ?? []);
    expect(heard.sort()).toEqual(catalogue.map(({ detailType }) => detailType).sort());
  });

  it('that cannot be delivered are tried again, then parked', () => {
    for (const { Targets } of rules) {
      expect(Targets).toHaveLength(1);
      for (const { RetryPolicy, DeadLetterConfig } of Targets) {
        expect(RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
        expect(DeadLetterConfig.Arn).toEqual({ 'Fn::ImportValue': expect.stringContaining('ParkedArn') });
      }
    }
  });

  it('of ours stay on our bus; the only rule on the shared one hears our configuration set and takes no address', () => {
    const shared = rules.filter(({ EventBusName }) => EventBusName === undefined);
    expect(shared).toMatchObject([
      {
        id: 'OnLetterOutcomeRule',
        Name: 'reverse-mentoring-dev-letter-outcome',
        EventPattern: { detail: { mail: { tags: { 'ses:configuration-set': ['reverse-mentoring-dev'] } } } },
      },
    ]);
    expect(Object.keys(shared[0]?.Targets[0]?.InputTransformer?.InputPathsMap ?? {}).sort()).toEqual([
      'at',
      'bounceType',
      'letterId',
      'messageId',
      'scope',
      'type',
    ]);
  });
});

describe('reactions', () => {
  const folders = readdirSync(functions).filter((name) => existsSync(join(functions, name, 'handler.ts')));
  const told = folders.flatMap((folder) => {
    const names = /on(?:Event|Queue)\(\s*(?:\w+,\s*)?\[([^\]]+)\]/.exec(
      readFileSync(join(functions, folder, 'handler.ts'), 'utf8'),
    );
    return names?.[1]
      ? [
          {
            folder,
            names: names[1]
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean),
          },
        ]
      : [];
  });

  it.each(told)('$folder is told just what its handler understands', async ({ folder, names }) => {
    const understood = await Promise.all(
      names.map(async (name) => {
        const file = name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
        const events: Record<string, { detailType: string }> = await import(`../../events/${file}.ts`);
        return events[name]?.detailType;
      }),
    );
    const rule = ours.find(({ id }) => id === `${idOf(folder)}Rule`);
    expect(understood.sort()).toEqual([...(rule?.EventPattern['detail-type'] ?? [])].sort());
  });
});
