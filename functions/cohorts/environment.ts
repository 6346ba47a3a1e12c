import * as z from 'zod/mini';
import { deskSettings } from '../../shared/desk/settings.ts';

/** What cohorts must be told. */
export const environment = z.object({
  ...deskSettings,
  WEB_ORIGIN: z.string(),
  /** Shown at the top of every letter; empty in production. */
  MAIL_BANNER: z.string(),
});
export type Environment = z.infer<typeof environment>;
