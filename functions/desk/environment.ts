import * as z from 'zod/mini';
import { deskSettings } from '../../shared/desk/settings.ts';

/** What desk must be told. */
export const environment = z.object({
  ...deskSettings,
  WEB_ORIGIN: z.string(),
});
export type Environment = z.infer<typeof environment>;
