import type { Instant } from '../../events/define.ts';
import type { CohortId } from '../../events/ids.ts';
import type { House } from '../../shared/pair/recheck.ts';
import { isLate, type Recheck } from '../../shared/pair/recheck-round.ts';
import { outsiders, type Participant, participants } from '../../shared/participant/participant.ts';
import { submissions } from '../../shared/submission/submission.ts';
import { partitionsOf, prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** Whether a file is being taken in, or lines of one are on their way: half of the facts may look like a broken rule. */
export async function stillComing(table: Table, { cohortId, importing }: Recheck, at: Instant): Promise<boolean> {
  if (Object.values(importing).some((since) => !isLate(since, at))) return true;
  for await (const { source, state, receivedAt } of table.list(
    submissions,
    partitionsOf(cohortId),
    prefixOf.submission,
  )) {
    if (source === 'file' && state === 'received' && !isLate(receivedAt, at)) return true;
  }
  return false;
}

/** HR's facts of everybody, and who reports to whom, as the pairing reads them. */
export async function readHouse(table: Table, cohortId: CohortId): Promise<House> {
  const partitions = partitionsOf(cohortId);
  const links = new Map<string, string>();
  for await (const { employeeKey, managerKey, takenBack } of table.list(outsiders, partitions, prefixOf.outsider)) {
    if (!takenBack) links.set(employeeKey, managerKey);
  }
  const people = new Map<Participant['personId'], Pick<Participant, 'personId' | 'hr' | 'state'>>();
  for await (const { personId, hr, state } of table.list(participants, partitions, prefixOf.participant)) {
    people.set(personId, { personId, state, ...(hr ? { hr } : {}) });
    // A participant's own facts are newer than an outsider row of an earlier file.
    if (hr) links.set(hr.employeeKey, hr.managerKey);
  }
  return { people, links };
}
