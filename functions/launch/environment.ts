import * as z from 'zod/mini';
import { deskSettings } from '../../shared/desk/settings.ts';

/** What launch must be told. */
export const environment = z.object({
  ...deskSettings,
  WEB_ORIGIN: z.string(),
  /** JSON: who may get mail from this stage. */
  MAIL_MODE: z.string(),
  /** Shown at the top of every letter; empty in production. */
  MAIL_BANNER: z.string(),
  /** Whether a cohort may be launched here, or what is missing. */
  LAUNCH: z.enum(['open', 'needs-own-domain']),
});
export type Environment = z.infer<typeof environment>;
