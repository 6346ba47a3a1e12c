import * as z from 'zod/mini';

/** What on-reply-received must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  MAIL_FROM: z.string(),
  /** The stage's own subdomain, to which replies go. */
  INBOUND_DOMAIN: z.string(),
  RAW_MAIL_BUCKET: z.string(),
});
export type Environment = z.infer<typeof environment>;
