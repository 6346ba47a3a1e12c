import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { commandWord, reasonOf } from '../../../shared/desk/command-words.ts';
import { Select } from '../../../shared/desk/form.tsx';
import { moment, shortDay } from '../../../shared/desk/format.ts';
import { deskReply } from '../../../shared/desk/frame.tsx';
import { Table } from '../../../shared/desk/table.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import type { LogRow } from '../../../shared/table/log.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { Asked, Audit } from './audit.ts';
import { texts } from './texts.ts';

export function cohortAudit(visit: CohortVisit, audit: Audit): Reply {
  const { cohort, language } = visit;
  const text = texts[language];
  const home = `${homeOf(cohort.cohortId)}/audit`;
  return cohortReply(visit, {
    title: text.title,
    tab: 'audit',
    children: <Body visit={visit} audit={audit} home={home} timeZone={cohort.timeZone} lead={text.lead} />,
  });
}

export function stageAudit(visit: MemberVisit, audit: Audit): Reply {
  const text = texts[visit.language];
  return deskReply(visit, {
    title: text.stageTitle,
    children: <Body visit={visit} audit={audit} home="/desk/audit" timeZone="Europe/Berlin" lead={text.stageLead} />,
  });
}

interface Props {
  readonly visit: MemberVisit;
  readonly audit: Audit;
  readonly home: string;
  readonly timeZone: string;
}

function Body({ visit, audit, home, timeZone, lead }: Props & { lead: string }) {
  const { language } = visit;
  const text = texts[language];
  const { asked, rows, older } = audit;
  return (
    <>
      <h1>{home === '/desk/audit' ? text.stageTitle : text.title}</h1>
      <p class="quiet">{lead}</p>
      <Search visit={visit} audit={audit} home={home} timeZone={timeZone} />
      <Table
        caption={text.title}
        empty={asked.before ? text.noneOlder : text.none}
        rows={rows}
        columns={[
          {
            title: text.when,
            cell: ({ at, view }: LogRow) =>
              view === undefined ? (
                moment(at, language, timeZone)
              ) : (
                <>
                  {shortDay(at.slice(0, 10), language)} <small class="quiet under">{text.firstOfDay}</small>
                </>
              ),
          },
          { title: text.by, cell: ({ by }: LogRow) => audit.who(by) },
          { title: text.what, cell: (row: LogRow) => whatOf(row, language) },
          {
            title: text.about,
            cell: ({ people }: LogRow) => namesOf(people, audit) || '–',
          },
          { title: text.why, cell: ({ why }: LogRow) => reasonOf(why) ?? '–' },
        ]}
      />
      {older ? (
        <nav class="actions" aria-label={text.pages}>
          {asked.before ? <a href={hrefOf(home, { ...asked, before: undefined })}>{text.newest}</a> : null}
          <a href={hrefOf(home, { ...asked, before: older })}>{text.older}</a>
        </nav>
      ) : null}
    </>
  );
}

function Search({ visit: { language }, audit: { asked, members, names }, home }: Props) {
  const text = texts[language];
  const people = members.map(({ memberId, name, address }) => [memberId, name ?? address] as const);
  const known = asked.person && names.get(asked.person);
  return (
    <form method="get" action={home} class="sheet">
      <div class="columns">
        <Select
          name="member"
          label={text.by}
          value={asked.member ?? ''}
          options={[['', text.everybody], ...people.toSorted(([, a], [, b]) => a.localeCompare(b, language))]}
        />
        <Select
          name="what"
          label={text.what}
          value={asked.what ?? ''}
          options={[
            ['', text.everything],
            ['done', text.done],
            ['seen', text.seen],
          ]}
        />
      </div>
      {asked.person ? (
        <p>
          <input type="hidden" name="person" value={asked.person} />
          {text.onlyAbout(known ?? asked.person)}{' '}
          <a href={hrefOf(home, { ...asked, person: undefined, before: undefined })}>{text.aboutAll}</a>
        </p>
      ) : null}
      <button type="submit">{text.look}</button>
    </form>
  );
}

function whatOf({ command, view, people }: LogRow, language: 'de' | 'en'): string {
  const text = texts[language];
  if (command !== undefined) return commandWord(command, language);
  const page = view === 'people' && people.length > 0 ? 'person' : (view ?? '');
  // A room's inner pages go by its name.
  return text.looked(text.pageNames[page] ?? text.pageNames[page.split('/')[0] ?? ''] ?? page);
}

function namesOf(people: LogRow['people'], { names }: Audit): string {
  const known = people.map((each) => names.get(each)).filter((name) => name !== undefined);
  return known.length > 5 ? `${known.slice(0, 5).join(', ')} …` : known.join(', ');
}

function hrefOf(home: string, asked: Asked): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  const text = query.toString();
  return text === '' ? home : `${home}?${text}`;
}
