import { CohortId, LetterId, PairId } from '../../../events/ids.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { may, type Reach } from '../../../shared/member/rights.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import { aboutHelp, type Parked, parkedItems } from '../../../shared/parked/parked.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';

/** What waits or needs a person, and may be seen at the desk by this member. */
export async function openParked(table: Table, member: Reach): Promise<Parked[]> {
  const all = await Array.fromAsync(table.list(parkedItems, ['parked'], prefixOf.parked));
  const open = all.filter(
    (each) => (each.state === 'waiting' || each.state === 'for-a-person') && !aboutHelp(each) && !aboutConsent(each),
  );
  const cohorts = new Map<CohortId, Promise<Visible>>();
  const shown: Parked[] = [];
  for (const each of open) if (isTheirs(each, member) && (await mayBeSeen(each, table, cohorts))) shown.push(each);
  return shown;
}

/** That something of a pair failed would tell that it has come so far: the alarm tells ops, and the desk nobody. */
const aboutConsent = ({ function: name, payload }: Parked): boolean =>
  /on-pair-(proposed|accepted|formed)$/.test(name) || payload.includes('consent-');

/** What names no cohort is the stage's, and so the admins'. */
function isTheirs({ payload }: Parked, member: Reach): boolean {
  const cohortIds = idsIn(payload, 'coh', CohortId);
  return member.role === 'admin' || (cohortIds.length > 0 && cohortIds.every((id) => may(member, 'see a cohort', id)));
}

/** The same of whatever else names a pair of a run that is not settled, itself, by a check-in or by a letter. */
async function mayBeSeen({ payload }: Parked, table: Table, known: Map<CohortId, Promise<Visible>>): Promise<boolean> {
  // A check-in's or session's id begins with its pair's.
  const pairIds = idsIn(payload, 'pair', PairId);
  const letterIds = idsIn(payload, 'let', LetterId);
  const cohortIds = idsIn(payload, 'coh', CohortId);
  // Without its cohort nobody can say how it stands.
  if (cohortIds.length === 0) return pairIds.length === 0;
  if (pairIds.length === 0 && letterIds.length === 0) return true;
  for (const cohortId of cohortIds) {
    const visible = known.get(cohortId) ?? visibleOf(table, cohortId);
    known.set(cohortId, visible);
    const { of, letter } = await visible;
    if (!pairIds.every((pairId) => of({ pairId }))) return false;
    const named = await table.getMany(
      letters,
      letterIds.map((letterId) => ({ scope: cohortId, letterId })),
    );
    if (!named.every(letter)) return false;
  }
  return true;
}

/** Ids stand in a payload also in texts of texts: it is searched, not read. */
const idsIn = <Id>(
  payload: string,
  prefix: 'pair' | 'let' | 'coh',
  schema: { safeParse(id: string): { data?: Id | undefined } },
): Id[] =>
  [...new Set(payload.match(new RegExp(`\\b${prefix}_[0-9a-z]+`, 'g')))].flatMap((id) => {
    const { data } = schema.safeParse(id);
    return data === undefined ? [] : [data];
  });
