import type { PersonId } from '../../events/ids.ts';
import type { ChainFault } from '../pairing/chain.ts';
import { brokenHrRules, chainFault, type HrRule, type Links } from '../pairing/hr-rules.ts';
import { gone, type Participant } from '../participant/participant.ts';
import type { Pair } from './pair.ts';
import { openPair, pendingPair } from './states.ts';

/** HR's facts as they are now, of a whole cohort. */
export interface House {
  readonly people: ReadonlyMap<PersonId, Pick<Participant, 'personId' | 'hr' | 'state'>>;
  readonly links: Links;
}

export type Found =
  | { readonly now: 'holds' }
  | { readonly now: 'broken'; readonly rules: readonly [HrRule, ...HrRule[]] }
  /** Nothing is broken that is known, and some of it is not: neither a pair nor its end may rest on that. */
  | { readonly now: 'unknown'; readonly faults: readonly { readonly personId: PersonId; readonly fault: ChainFault }[] }
  /** It has ended or is about to, or came to nothing. */
  | { readonly now: 'not asked' };

type Judged = Pick<Pair, 'state' | 'junior' | 'senior'> & Partial<Pick<Pair, 'formedAt'>>;
/** Pairs whose rules are looked at anew: open ones, those that are asked, and those that a rule has stopped. */
export const isRechecked = (pair: Judged): boolean =>
  openPair(pair) || pendingPair(pair) || (pair.state === 'blocked' && pair.formedAt !== undefined);

/**
 * Judges one pair by HR's facts of today. `gaps`: level gaps that were asked for, when the pair was made and now. The
 * smallest counts: a stricter rule is for the next run, a looser one for everybody.
 */
export function recheck(pair: Judged, { people, links }: House, gaps: readonly number[]): Found {
  const [junior, senior] = [people.get(pair.junior), people.get(pair.senior)];
  if (!isRechecked(pair) || !junior || !senior || gone(junior) || gone(senior)) return { now: 'not asked' };
  if (!junior.hr || !senior.hr) return { now: 'not asked' };
  const [first, ...more] = brokenHrRules(junior.hr, senior.hr, links, Math.min(...gaps));
  if (first) return { now: 'broken', rules: [first, ...more] };
  const faults = [
    { personId: junior.personId, fault: chainFault(junior.hr.managerKey, links) },
    { personId: senior.personId, fault: chainFault(senior.hr.managerKey, links) },
  ].flatMap(({ personId, fault }) => (fault ? [{ personId, fault }] : []));
  return faults.length > 0 ? { now: 'unknown', faults } : { now: 'holds' };
}
