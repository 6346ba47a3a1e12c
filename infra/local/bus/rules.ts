import { isObject, type Json, listOf, textOf } from '../json.ts';
import type { Assembly, Resource } from '../template/assembly.ts';
import type { BusEvent, Delivery } from './delivery.ts';
import { compilePattern } from './pattern.ts';
import { compileInput } from './transformer.ts';

/** A rule of the template, ready to turn events of its bus into deliveries. */
export interface Rule {
  bus: string;
  deliveries(event: BusEvent, receivedAt: string): Delivery[];
}

/** EventBridge's own retry policy where a target names none. */
const defaults = { retryAttempts: 185, maximumAgeSeconds: 86_400 };

export function rulesOf(assembly: Assembly): Rule[] {
  return assembly.resources
    .filter(({ type, properties }) => type === 'AWS::Events::Rule' && properties.State !== 'DISABLED')
    .map(compileRule);
}

function compileRule({ logicalId, physicalId, arn = '', properties }: Resource): Rule {
  if (properties.ScheduleExpression !== undefined) {
    throw new Error(`the local stage runs schedules only as AWS::Scheduler::Schedule (rule ${logicalId})`);
  }
  const bus = busName(properties.EventBusName);
  const rule = { logicalId, name: physicalId.split('|').at(-1) ?? physicalId, arn, bus };
  const matches = compilePattern(properties.EventPattern);
  const targets = listOf(properties.Targets)
    .filter(isObject)
    .map((target) => compileTarget(target, logicalId));
  return {
    bus,
    deliveries: (event, receivedAt) =>
      matches(event)
        ? targets.map(({ input, target, sqs }) => ({
            rule,
            target,
            event,
            input: input(event, { ruleArn: arn, ruleName: rule.name, receivedAt }),
            ...(sqs && { sqs }),
          }))
        : [],
  };
}

const known = new Set([
  'Arn',
  'Id',
  'RoleArn',
  'DeadLetterConfig',
  'RetryPolicy',
  'Input',
  'InputPath',
  'InputTransformer',
  'SqsParameters',
]);

function compileTarget(target: Json, rule: string) {
  const unknown = Object.keys(target).find((key) => !known.has(key));
  if (unknown) throw new Error(`the local stage does not know ${unknown} of a rule's target (rule ${rule})`);
  const retry = isObject(target.RetryPolicy) ? target.RetryPolicy : {};
  const group = isObject(target.SqsParameters) ? target.SqsParameters.MessageGroupId : undefined;
  return {
    input: compileInput(target),
    sqs: isObject(target.SqsParameters) ? (typeof group === 'string' ? { messageGroupId: group } : {}) : undefined,
    target: {
      id: textOf(target.Id, `${rule} target id`),
      arn: textOf(target.Arn, `${rule} target`),
      ...(typeof target.RoleArn === 'string' && { roleArn: target.RoleArn }),
      ...(isObject(target.DeadLetterConfig) && {
        deadLetterArn: textOf(target.DeadLetterConfig.Arn, `${rule} dead letters`),
      }),
      retryAttempts: numberOr(retry.MaximumRetryAttempts, defaults.retryAttempts),
      maximumAgeSeconds: numberOr(retry.MaximumEventAgeInSeconds, defaults.maximumAgeSeconds),
    },
  };
}

const numberOr = (value: unknown, otherwise: number) => (value === undefined ? otherwise : Number(value));

/** A bus is named by its name or its ARN; none means the account's default bus. */
export const busName = (given: unknown): string =>
  typeof given === 'string' ? (given.split('event-bus/').at(-1) ?? given) : 'default';
