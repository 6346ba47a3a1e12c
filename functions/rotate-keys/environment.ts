import * as z from 'zod/mini';

/** What rotate-keys must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
});
export type Environment = z.infer<typeof environment>;
