import * as z from 'zod/mini';

/** What send-letters must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  WEB_ORIGIN: z.string(),
  MAIL_FROM: z.string(),
  /** JSON: who may get mail from this stage. */
  MAIL_MODE: z.string(),
  /** A number from 0 to 1. */
  MAIL_RATE_SHARE: z.string(),
  /** Shown at the top of every letter; empty in production. */
  MAIL_BANNER: z.string(),
  CONFIGURATION_SET: z.string(),
  /** The subdomain that replies go to; empty where the stage takes no mail. */
  INBOUND_DOMAIN: z.string(),
  FIRST_ADMIN: z.string(),
});
export type Environment = z.infer<typeof environment>;
