import * as z from 'zod/mini';

/** What cohorts must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  WEB_ORIGIN: z.string(),
  FIRST_ADMIN: z.string(),
  /** `yes`, or empty. */
  COMPANY_SIGN_IN: z.string(),
  /** Shown at the top of every letter; empty in production. */
  MAIL_BANNER: z.string(),
});
export type Environment = z.infer<typeof environment>;
