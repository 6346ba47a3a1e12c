import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger } from './logger.ts';
import { MalformedEvent } from './malformed.ts';
import { type Trigger, triggerOf } from './on-event.ts';

/** The handler of a function that ops call by hand. What it answers goes to the caller and is not logged. */
export function onCall<Input, Env, Needs, Answer>(
  schema: z.ZodMiniType<Input>,
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  work: (input: Input, needs: Needs, trigger: Trigger) => Promise<Answer>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<unknown, Answer, Error, Context>().handler(async (event, context) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) {
      throw new MalformedEvent(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', '));
    }
    const trigger = triggerOf(context, context.awsRequestId, 'called by hand');
    logger.resetKeys();
    logger.appendKeys({ correlationId: trigger.correlationId });
    const answer = await work(parsed.data, needs, trigger);
    logger.info('called by hand');
    return answer;
  });
}
