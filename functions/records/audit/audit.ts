import { MemberId, PersonId, type Scope } from '../../../events/ids.ts';
import type { CohortVisit } from '../../../shared/desk/cohort-visit.ts';
import { missingReply } from '../../../shared/desk/refused.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import { whoDid } from '../../../shared/desk/who.ts';
import { type Member, members } from '../../../shared/member/member.ts';
import { verdictOn } from '../../../shared/member/rights.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import type { LogRow } from '../../../shared/table/log.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { cohortAudit, stageAudit } from './page.tsx';

export interface Asked {
  readonly member?: MemberId | undefined;
  readonly person?: PersonId | undefined;
  readonly what?: 'done' | 'seen' | undefined;
  /** Rows before this one. */
  readonly before?: string | undefined;
}

export interface Audit {
  readonly asked: Asked;
  readonly rows: readonly LogRow[];
  /** Where older rows begin; absent: there are none. */
  readonly older?: string | undefined;
  readonly who: (by: string) => string;
  readonly members: readonly Pick<Member, 'memberId' | 'name' | 'address'>[];
  readonly names: ReadonlyMap<PersonId, string>;
}

/** GET /desk/cohorts/{cohort}/audit */
export async function auditOfCohort(visit: CohortVisit): Promise<Reply> {
  const { cohortId } = visit.cohort;
  const audit = await read(visit, cohortId);
  const { person } = audit.asked;
  const people = new Set([...audit.rows.flatMap((row) => row.people), ...(person ? [person] : [])]);
  const known = await visit.needs.table.getMany(
    participants,
    [...people].map((personId) => ({ cohortId, personId })),
  );
  return cohortAudit(visit, { ...audit, names: new Map(known.map(({ personId, name }) => [personId, name])) });
}

/** GET /desk/audit: what belongs to no cohort. */
export async function auditOfStage(visit: MemberVisit): Promise<Reply> {
  return visit.member.role === 'admin' ? stageAudit(visit, await read(visit, 'stage')) : missingReply(visit);
}

const perPage = 50;
/** So many rows are looked at for one page: a rare one is found by going on. */
const mostRead = 1_000;

async function read(visit: MemberVisit, scope: Scope): Promise<Audit> {
  const { needs, request } = visit;
  const asked = askedIn(request.query);
  const [who, found, all] = await Promise.all([
    whoDid(visit),
    pageOf(asked, (before) => needs.table.log.newest(scope, { before, limit: 200 })),
    Array.fromAsync(needs.table.list(members, ['desk'], prefixOf.member)),
  ]);
  return { asked, ...found, who, members: all.filter(mayBeNamed(visit, scope, found.rows)), names: new Map() };
}

/** As on the page of the team: of others' cohorts nothing is told, not even that somebody works on them. */
function mayBeNamed({ member, needs }: MemberVisit, scope: Scope, rows: readonly LogRow[]): (each: Member) => boolean {
  const met = new Set(rows.map(({ by }) => by));
  return (each) =>
    member.role === 'admin' ||
    each.role === 'admin' ||
    each.address === needs.firstAdmin ||
    verdictOn({ role: each.role, cohorts: each.cohorts ?? [] }, 'see a cohort', scope) === 'may' ||
    met.has(`hr:${each.memberId}`);
}

function askedIn(query: URLSearchParams): Asked {
  const what = query.get('what');
  return {
    member: MemberId.safeParse(query.get('member')).data,
    person: PersonId.safeParse(query.get('person')).data,
    what: what === 'done' || what === 'seen' ? what : undefined,
    before: query.get('before')?.slice(0, 300) || undefined,
  };
}

async function pageOf(
  asked: Asked,
  next: (before: string | undefined) => Promise<LogRow[]>,
): Promise<Pick<Audit, 'rows' | 'older'>> {
  const rows: LogRow[] = [];
  let before = asked.before;
  for (let read = 0; read < mostRead; ) {
    const some = await next(before);
    for (const row of some) {
      if (rows.length === perPage) return { rows, older: before };
      before = row.sk;
      if (fits(row, asked)) rows.push(row);
    }
    if (some.length === 0) return { rows };
    read += some.length;
  }
  return { rows, older: before };
}

const fits = ({ by, people, view }: LogRow, { member, person, what }: Asked): boolean =>
  (member === undefined || by === `hr:${member}`) &&
  (person === undefined || people.includes(person)) &&
  (what === undefined || (what === 'seen') === (view !== undefined));
