import { CheckInId, CohortId, type Role } from '../../events/ids.ts';
import { type CheckIn, checkIns, pairOf } from '../../shared/check-in/check-in.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { type Pair, pairs, partnerOf } from '../../shared/pair/pair.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import type { Claims } from '../../shared/token/token.ts';

/** Everything that the page of a check-in shows something of. */
export interface Visit {
  readonly cohort: Cohort;
  readonly checkIn: CheckIn;
  readonly pair: Pair;
  readonly me: Participant;
  /** Absent: erased. */
  readonly partner: Participant | undefined;
}

/** A preview of a check-in that nobody has been asked yet. */
export interface Sample {
  readonly cohort: Cohort;
  readonly role: Role;
}

export async function visitOf(table: Table, claims: Claims): Promise<Visit | Sample | undefined> {
  const cohortId = CohortId.safeParse(claims.cohort);
  const checkInId = CheckInId.safeParse(claims.checkIn);
  if (!cohortId.success || !checkInId.success) return undefined;
  const ref = { cohortId: cohortId.data, checkInId: checkInId.data, pairId: pairOf(checkInId.data) };
  const [cohort, checkIn, pair] = await Promise.all([
    table.get(cohorts, ref),
    table.get(checkIns, ref),
    table.get(pairs, ref),
  ]);
  if (!cohort) return undefined;
  if (!checkIn || !pair) return { cohort, role: ref.checkInId.includes('.junior.') ? 'junior' : 'senior' };
  const { personId } = checkIn;
  const people = await table.getMany(
    participants,
    [personId, partnerOf(pair, personId)].map((each) => ({ cohortId: ref.cohortId, personId: each })),
  );
  const me = people.find((each) => each.personId === personId);
  const partner = people.find((each) => each.personId !== personId);
  return me && { cohort, checkIn, pair, me, partner };
}
