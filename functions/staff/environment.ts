import * as z from 'zod/mini';
import { deskSettings } from '../../shared/desk/settings.ts';

/** What staff must be told. */
export const environment = z.object(deskSettings);
export type Environment = z.infer<typeof environment>;
