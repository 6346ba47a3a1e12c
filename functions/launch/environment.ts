import * as z from 'zod/mini';

/** What launch must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  WEB_ORIGIN: z.string(),
  FIRST_ADMIN: z.string(),
  /** `yes`, or empty. */
  COMPANY_SIGN_IN: z.string(),
  /** JSON: who may get mail from this stage. */
  MAIL_MODE: z.string(),
  /** Shown at the top of every letter; empty in production. */
  MAIL_BANNER: z.string(),
  /** Whether a cohort may be launched here, or what is missing. */
  LAUNCH: z.enum(['open', 'needs-own-domain']),
});
export type Environment = z.infer<typeof environment>;
