import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { type CheckInId, CohortId, HelpId, PersonId } from '../../events/ids.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { digest } from '../table/digest.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';

export const helpStates = states('help', {
  open: { take: 'taken', close: 'closed' },
  taken: { close: 'closed' },
  closed: {},
});

/** Somebody asks for a call. Only the chosen contact's link opens it; nothing that HR sees lists or counts it. */
export const Help = z.object({
  ...aggregateFields,
  helpId: HelpId,
  cohortId: CohortId,
  personId: PersonId,
  contact: z.enum(['coordinator', 'independent contact']),
  /** `fit`: after the first session somebody would rather change. */
  about: z.enum(['call', 'fit']),
  state: z.enum(namesOf(helpStates)),
  askedAt: Instant,
  takenAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  /** When something pressed the contact's button that looked like a machine. */
  suspectAt: z.optional(Instant),
});
export type Help = z.infer<typeof Help>;
export const helps = noun('help', Help, keys.help);

/** One request per check-in and contact, however often Save is pressed. */
export const helpIdOf = (checkInId: CheckInId, contact: Help['contact'], about: Help['about']): HelpId =>
  `help_${digest(`${checkInId}/${contact}/${about}`, 24)}` as HelpId;
