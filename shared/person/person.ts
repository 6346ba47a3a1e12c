import * as z from 'zod/mini';
import { CohortId, PersonId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';

/** A person across cohorts, for life: no name, no address. */
export const Person = z.object({
  ...aggregateFields,
  personId: PersonId,
  /** Mail suppression: nothing goes out to this person any more. */
  mail: z._default(z.enum(['ok', 'bounced', 'complained']), 'ok'),
  /** With whom this person was paired: never again. */
  pairedWith: z.array(PersonId),
  /** Cohorts that had no pair for this person: a soft rule of the next run. Empty again once a pair has formed. */
  leftOutIn: z._default(z.array(CohortId), []),
});
export type Person = z.infer<typeof Person>;
export const persons = noun('person', Person, keys.person, 2);

/** HMAC(employee id) or HMAC(address) → person. */
export const Alias = z.object({ ...aggregateFields, hash: z.string(), personId: PersonId });
export type Alias = z.infer<typeof Alias>;
export const aliases = noun('alias', Alias, keys.alias);
