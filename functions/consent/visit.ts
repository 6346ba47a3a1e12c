import type { Instant } from '../../events/define.ts';
import { PairId, type Role } from '../../events/ids.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { canConsent, saidForGood } from '../../shared/pair/consent.ts';
import { type Pair, pairs, partnerOf, roleIn } from '../../shared/pair/pair.ts';
import { type Run, runs } from '../../shared/pairing/run.ts';
import { gone, type Participant, participants } from '../../shared/participant/participant.ts';
import { visitorOf } from '../../shared/participant/visit.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import type { Claims } from '../../shared/token/token.ts';

/** One of the two before the question about their pair. */
export interface Visit {
  readonly cohort: Cohort;
  readonly me: Participant;
  /** What this person is asked as. */
  readonly role: Role;
  readonly partner: Participant;
  readonly pair: Pair;
  readonly run: Run;
}

/** What the link opens; nothing for a pair that is gone, or for somebody who is not of it. */
export async function visitOf(table: Table, claims: Claims): Promise<Visit | undefined> {
  const visitor = await visitorOf(table, claims);
  const pairId = PairId.safeParse(claims.pair);
  if (!visitor || !pairId.success) return undefined;
  const { cohort, me } = visitor;
  const { cohortId, personId } = me;
  const pair = await table.get(pairs, { cohortId, pairId: pairId.data });
  if (!pair || (pair.junior !== personId && pair.senior !== personId)) return undefined;
  const [partner, run] = await Promise.all([
    table.get(participants, { cohortId, personId: partnerOf(pair, personId) }),
    table.get(runs, pair),
  ]);
  return partner && run ? { cohort, me, role: roleIn(pair, personId), partner, pair, run } : undefined;
}

/** Rests on nothing that the other has said: the question of somebody whose partner has declined stays open. */
export const isOpen = (visit: Visit, at: Instant): boolean => isAsked(visit) && canConsent(visit.pair, visit.role, at);

/** Nothing can be said here any more but thanks. */
export const isThanked = (visit: Visit, at: Instant): boolean =>
  isAsked(visit) && saidForGood(visit.pair, visit.role, at);

const isAsked = ({ cohort, me }: Visit): boolean => canEnd(cohort.state) && !gone(me);
