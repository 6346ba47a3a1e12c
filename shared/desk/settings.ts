import * as z from 'zod/mini';

/** What every room of the desk must be told: its function's environment has these fields, and its own. */
export const deskSettings = {
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  FIRST_ADMIN: z.string(),
  /** `yes`, or empty. */
  COMPANY_SIGN_IN: z.string(),
};
export type DeskSettings = z.infer<z.ZodMiniObject<typeof deskSettings>>;
