import type { Cohort } from '../../shared/cohort/cohort.ts';
import { moment } from '../../shared/desk/format.ts';
import { deskReply } from '../../shared/desk/frame.tsx';
import { Table } from '../../shared/desk/table.tsx';
import type { MemberVisit } from '../../shared/desk/visit.ts';
import { may } from '../../shared/member/rights.ts';
import type { Reply } from '../../shared/web/http.ts';
import { allCohorts, type Colleague, everybody, reaches } from './colleagues.ts';
import { Done } from './done.tsx';
import { type Texts, texts } from './texts.ts';

/** GET /desk/staff */
export async function showStaff(visit: MemberVisit): Promise<Reply> {
  const { member, language } = visit;
  const text = texts[language];
  const [all, cohorts] = await Promise.all([everybody(visit), allCohorts(visit)]);
  // Of others' cohorts nothing is told, not even that somebody works on them.
  const own = cohorts.filter((cohort) => reaches(member, cohort));
  const manages = may(member, 'manage the staff');
  const seen = manages ? all : all.filter((each) => isColleague(each, visit, own));
  const former = seen.filter(({ standing }) => standing === 'ended');
  const columns = columnsOf(visit, own, text);
  return deskReply(visit, {
    title: text.title,
    children: (
      <>
        <div class="cohort-head">
          <h1>{text.title}</h1>
          {manages ? (
            <a class="button" href="/desk/staff/invite">
              {text.invite}
            </a>
          ) : null}
        </div>
        <Done visit={visit} />
        <p>{text.lead}</p>
        <Table
          caption={text.title}
          empty={text.nobody}
          rows={seen.filter(({ standing }) => standing !== 'ended')}
          columns={columns}
        />
        <p>
          <a href="/desk/staff/hand-over">{text.handOwn}</a>
        </p>
        {manages && former.length > 0 ? (
          <details>
            <summary>{text.former(former.length)}</summary>
            <Table caption={text.former(former.length)} empty="" rows={former} columns={columns} />
          </details>
        ) : null}
      </>
    ),
  });
}

const isColleague = (each: Colleague, { member }: MemberVisit, own: readonly Cohort[]): boolean =>
  each.standing !== 'ended' &&
  (each.role === 'admin' || each.memberId === member.memberId || own.some((cohort) => reaches(each, cohort)));

const columnsOf = ({ member, language }: MemberVisit, own: readonly Cohort[], text: Texts) => [
  {
    title: text.who,
    cell: ({ memberId, name, address }: Colleague) => (
      <>
        {may(member, 'manage the staff') ? <a href={`/desk/staff/${memberId}`}>{name}</a> : name}
        {name === address ? null : (
          <>
            <br />
            <small class="quiet">{address}</small>
          </>
        )}
      </>
    ),
  },
  {
    title: text.role,
    cell: ({ role, byConfig }: Colleague) => (
      <>
        {text.roles[role]}
        {byConfig ? (
          <>
            <br />
            <small class="quiet">{text.byConfig}</small>
          </>
        ) : null}
      </>
    ),
  },
  { title: text.cohorts, cell: (each: Colleague) => cohortsOf(each, own, text) },
  {
    title: text.standing,
    cell: ({ standing }: Colleague) => (
      <span class={standing === 'expired' ? 'badge care' : 'badge'}>{text.standings[standing]}</span>
    ),
  },
  {
    title: text.lastIn,
    cell: ({ member: item }: Colleague) =>
      item?.signedInAt ? moment(item.signedInAt, language, 'Europe/Berlin') : text.never,
  },
];

function cohortsOf(each: Colleague, own: readonly Cohort[], text: Texts): string {
  if (each.cohorts === 'all') return text.all;
  const names = own.filter((cohort) => reaches(each, cohort)).map(({ name }) => name);
  return names.join(', ') || text.none;
}
