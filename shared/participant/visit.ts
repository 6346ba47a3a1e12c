import { CohortId, PersonId } from '../../events/ids.ts';
import { type Cohort, cohorts } from '../cohort/cohort.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { Claims } from '../token/token.ts';
import { type Participant, participants } from './participant.ts';

/** The two items that every link of a participant opens; nothing for an erased person. */
export async function visitorOf(
  table: Table,
  claims: Claims,
): Promise<{ cohort: Cohort; me: Participant } | undefined> {
  const cohortId = CohortId.safeParse(claims.cohort);
  const personId = PersonId.safeParse(claims.person);
  if (!cohortId.success || !personId.success) return undefined;
  const ref = { cohortId: cohortId.data, personId: personId.data };
  const [cohort, me] = await Promise.all([table.get(cohorts, ref), table.get(participants, ref)]);
  return cohort && me && me.state !== 'erased' ? { cohort, me } : undefined;
}
