import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { AnyEvent, Instant } from '../../events/define.ts';
import type { Command } from '../table/aggregate.ts';
import { now } from './clock.ts';
import { readEnvironment } from './environment.ts';
import { logger, type Outcome } from './logger.ts';
import { MalformedEvent } from './malformed.ts';

/** What set a reaction in motion, and what it needs to sign its commands. */
export interface Trigger {
  readonly at: Instant;
  readonly correlationId: string;
  /** The envelope of the command that this reaction gives. */
  command(name: string): Command;
  /** Milliseconds until Lambda ends the invocation: fan-outs stop in time and go on from a cursor. */
  remaining(): number;
}

type Definitions = readonly [AnyEvent, ...AnyEvent[]];
/** Detail and detail-type of one of these events. */
export type EventOf<D extends { detailType: string; detail: z.ZodMiniType }> = D extends unknown
  ? z.infer<D['detail']> & { readonly detailType: D['detailType'] }
  : never;

export type React<D extends Definitions, Needs> = (
  event: EventOf<D[number]>,
  needs: Needs,
  trigger: Trigger,
) => Promise<Outcome>;

/**
 * The handler of a reaction. A malformed event is thrown as such: it is parked and never tried again.
 * `wire` runs once per cold start; `react` decides and does.
 */
export function onEvent<const D extends Definitions, Env, Needs>(
  definitions: D,
  environment: z.ZodMiniType<Env>,
  wire: (env: Env) => Needs,
  react: React<D, Needs>,
) {
  const needs = wire(readEnvironment(environment));
  return middy<{ 'detail-type'?: unknown; detail?: unknown }, Outcome, Error, Context>().handler(
    async (envelope, context) => {
      const definition = definitions.find(({ detailType }) => detailType === envelope['detail-type']);
      if (!definition) throw new MalformedEvent(`not an event for ${context.functionName}`);
      const parsed = definition.detail.safeParse(envelope.detail);
      if (!parsed.success) {
        throw new MalformedEvent(
          `${definition.detailType}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
        );
      }
      const { correlationId, eventId } = parsed.data;
      logger.resetKeys();
      logger.appendKeys({ correlationId, eventId, event: definition.detailType });
      const trigger = triggerOf(context, correlationId, `${definition.detailType} ${eventId}`);
      const outcome = await react(
        { ...parsed.data, detailType: definition.detailType } as unknown as EventOf<D[number]>,
        needs,
        trigger,
      );
      logger.info(outcome.outcome, { ...outcome });
      return outcome;
    },
  );
}

export function triggerOf(context: Context, correlationId: string, why: string): Trigger {
  const at = now();
  return {
    at,
    correlationId,
    command: (name) => ({ name, by: context.functionName, at, why, correlationId }),
    remaining: () => context.getRemainingTimeInMillis(),
  };
}
