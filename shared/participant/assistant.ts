import { AssistantChanged } from '../../events/assistant-changed.ts';
import type { Saying } from '../../events/define.ts';
import type { Draft } from '../table/aggregate.ts';
import type { Participant } from './participant.ts';

/** A change is done with when the next five have come. */
const mostRemembered = 5;

/**
 * Another assistant, or none: whoever scheduled until now is remembered, so that the meetings that stand in their calendar
 * can be taken away. Of people without a pair no calendar knows anything.
 */
export function reassisted(
  before: Pick<Participant, 'self'> | undefined,
  to: Draft<Participant>,
): { readonly to: Draft<Participant>; readonly says: readonly Saying[] } {
  const address = before?.self.schedulingContact;
  if (!before || address === to.self.schedulingContact || Object.keys(to.slots).length === 0) return { to, says: [] };
  const known = to.assistantsBefore ?? [];
  const change = (known.at(-1)?.change ?? 0) + 1;
  const assistantsBefore = [...known, { change, ...(address ? { address } : {}) }].slice(-mostRemembered);
  const { cohortId, personId } = to;
  return { to: { ...to, assistantsBefore }, says: [AssistantChanged({ cohortId, personId, change })] };
}
