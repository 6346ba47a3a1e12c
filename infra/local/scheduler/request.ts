import { z } from 'zod';
import { ServiceError } from '../service-error.ts';

const text = z.string().min(1);

const isBus = (arn: string) => arn.includes(':event-bus/');

const target = z
  .strictObject({
    Arn: text,
    RoleArn: text,
    Input: z.string().max(262_144).optional(),
    EventBridgeParameters: z.strictObject({ DetailType: text.max(128), Source: text }).optional(),
    SqsParameters: z.strictObject({ MessageGroupId: text.optional() }).optional(),
    DeadLetterConfig: z.strictObject({ Arn: text }).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
        MaximumRetryAttempts: z.int().min(0).max(185).default(185),
      })
      .default({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 }),
  })
  .refine(({ Arn, EventBridgeParameters }) => isBus(Arn) === (EventBridgeParameters !== undefined), {
    error: 'EventBridgeParameters belong to a target that is an event bus, and only there',
  });

/** On the wire a moment is a number of seconds, in a template a date text; here it is milliseconds. */
const moment = z.union([
  z.number().transform((seconds) => seconds * 1000),
  z.iso.datetime().transform((date) => Date.parse(date)),
]);

/** What CreateSchedule, UpdateSchedule and the template say; what they leave out gets the service's default. */
export const scheduleRequest = z.strictObject({
  Name: z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/),
  GroupName: z.string().default('default'),
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  // A flexible window fires at a random moment: nothing of ours may want that.
  FlexibleTimeWindow: z.strictObject({
    Mode: z.literal('OFF', { error: 'the local stage knows only FlexibleTimeWindow OFF' }),
  }),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  StartDate: moment.optional(),
  EndDate: moment.optional(),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  ClientToken: z.string().optional(),
  Target: target,
});

export type ScheduleRequest = z.infer<typeof scheduleRequest>;
export type Target = z.infer<typeof target>;

export const groupName = z.string().regex(/^[0-9a-zA-Z-_.]{1,64}$/);

/** Parses a request as the service does. @throws ServiceError ValidationException */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
}
