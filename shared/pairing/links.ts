import type { PairId, PersonId } from '../../events/ids.ts';
import type { Pair } from '../pair/pair.ts';
import { openPair, pendingPair } from '../pair/states.ts';
import type { PairingInput } from './input.ts';
import type { Run } from './run.ts';

/** What the pairs of a cohort mean for one person's next one. */
interface Links {
  /** Pairs whose outcome nobody may know yet: each takes a place, whatever was answered. */
  readonly waiting: Set<PairId>;
  readonly together: PersonId[];
  /** A pair came to nothing with these: like a wish of either side, so that nobody can tell one from the other. */
  readonly notTogether: PersonId[];
}
export const noLinks: Links = { waiting: new Set(), together: [], notTogether: [] };

/** By person; and the pairs that there are, also those that wait for their answers. */
export function linksOf(
  known: readonly Pick<Pair, 'pairId' | 'runId' | 'junior' | 'senior' | 'state' | 'formedAt'>[],
  made: readonly Pick<Run, 'runId' | 'consentDueAt' | 'settledAt'>[],
): { readonly links: ReadonlyMap<PersonId, Links>; readonly together: NonNullable<PairingInput['together']> } {
  const unsettled = new Set(
    made.filter((run) => run.consentDueAt !== undefined && run.settledAt === undefined).map(({ runId }) => runId),
  );
  const links = new Map<PersonId, Links>();
  const of = (person: PersonId): Links => {
    const link = links.get(person) ?? { waiting: new Set(), together: [], notTogether: [] };
    links.set(person, link);
    return link;
  };
  const together: [PersonId, PersonId][] = [];
  for (const pair of known) {
    const { pairId, junior, senior } = pair;
    // Until the run is settled all of its pairs look the same: none gives its places back early.
    const waits = pendingPair(pair) || unsettled.has(pair.runId);
    if (waits || openPair(pair)) together.push([junior, senior]);
    for (const [one, other] of [
      [junior, senior],
      [senior, junior],
    ] as const) {
      const link = of(one);
      if (waits) link.waiting.add(pairId);
      // A rule may have stopped it, or one of the two have gone, before it formed: that is no pair that was.
      if (pair.formedAt === undefined && !waits) link.notTogether.push(other);
      else link.together.push(other);
    }
  }
  return { links, together };
}
