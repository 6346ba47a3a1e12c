import * as z from 'zod/mini';

/** What public must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
});
export type Environment = z.infer<typeof environment>;
