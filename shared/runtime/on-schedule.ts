import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import { readEnvironment } from './environment.ts';
import { logger, type Outcome } from './logger.ts';
import { type Trigger, triggerOf } from './on-event.ts';

/** The handler of a function that runs on a recurring schedule and takes no input. */
export function onSchedule<Env, Needs>(
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  work: (needs: Needs, trigger: Trigger) => Promise<Outcome>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<unknown, Outcome, Error, Context>().handler(async (_event, context) => {
    const trigger = triggerOf(context, context.awsRequestId, 'schedule');
    logger.resetKeys();
    logger.appendKeys({ correlationId: trigger.correlationId });
    const outcome = await work(needs, trigger);
    logger.info(outcome.outcome, { ...outcome });
    return outcome;
  });
}
