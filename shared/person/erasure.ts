import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { PersonId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';

const Hash = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/**
 * That somebody was erased: hashes only, so that it tells nobody who, and enough to erase them again when a backup, or an
 * old file of HR, has brought something back.
 */
export const Erasure = z.object({
  ...aggregateFields,
  personId: PersonId,
  /** HMACs of their employee ids and addresses. */
  hashes: z.array(Hash),
  /** The mark of the stage whose pepper made them: under another one they mean nobody. */
  under: z.optional(Hash),
  /** The first time, and the last. */
  erasedAt: Instant,
  lastAt: Instant,
});
export type Erasure = z.infer<typeof Erasure>;
export const erasures = noun('erasure', Erasure, keys.erasure);
