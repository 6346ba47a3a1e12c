import * as z from 'zod/mini';

/** What redrive must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  PARKED_QUEUE_URL: z.string(),
  /** The consumer of the letters queue: what that queue gives up is tried again through it. */
  LETTERS_FUNCTION: z.string(),
  /** The same for the queue of the replies; both are empty where the stage takes no mail. */
  REPLIES_FUNCTION: z.string(),
  REPLIES_QUEUE_ARN: z.string(),
  /** The alias by which the stage calls its functions; empty where it has none. */
  QUALIFIER: z.string(),
});
export type Environment = z.infer<typeof environment>;
