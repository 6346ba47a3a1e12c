import * as z from 'zod/mini';

/** What redrive must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  PARKED_QUEUE_URL: z.string(),
  LETTERS_QUEUE_URL: z.string(),
});
export type Environment = z.infer<typeof environment>;
