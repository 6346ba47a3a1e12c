import * as z from 'zod/mini';

/** What calendar must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  BUS: z.string(),
  BUS_ARN: z.string(),
  SCHEDULE_GROUP: z.string(),
  SCHEDULE_ROLE_ARN: z.string(),
});
export type Environment = z.infer<typeof environment>;
