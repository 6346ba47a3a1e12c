import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger, type Outcome } from './logger.ts';
import { MalformedEvent } from './malformed.ts';
import { type Trigger, triggerOf } from './on-event.ts';

/** The handler of a reaction to what a rule's input transformer makes of another service's event. */
export function onServiceEvent<Event, Env, Needs>(
  schema: z.ZodMiniType<Event>,
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  react: (event: Event, needs: Needs, trigger: Trigger) => Promise<Outcome>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<unknown, Outcome, Error, Context>().handler(async (event, context) => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) {
      throw new MalformedEvent(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', '));
    }
    const trigger = triggerOf(context, context.awsRequestId, 'service event');
    logger.resetKeys();
    logger.appendKeys({ correlationId: trigger.correlationId });
    const outcome = await react(parsed.data, needs, trigger);
    logger.info(outcome.outcome, { ...outcome });
    return outcome;
  });
}
