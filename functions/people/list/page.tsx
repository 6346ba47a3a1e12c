import type { PersonId } from '../../../events/ids.ts';
import type { Language } from '../../../shared/cohort/cohort.ts';
import { brokenRules } from '../../../shared/desk/broken-rules.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Select, TextField } from '../../../shared/desk/form.tsx';
import { number, shortDay } from '../../../shared/desk/format.ts';
import type { Reason, Standings } from '../../../shared/desk/standing.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { hrefOf } from './asked.ts';
import type { Asked, Directory, Facts } from './directory.ts';
import { texts } from './texts.ts';

interface Shown {
  readonly standing: Standings;
  readonly missingOf: Facts['missingOf'];
}

/** The people of a cohort by name, fifty at a time. */
export function listPage(visit: CohortVisit, asked: Asked, found: Directory, shown: Shown): Reply {
  const { cohort, language, member } = visit;
  const text = texts[language];
  const home = `${homeOf(cohort.cohortId)}/people`;
  const searching = hrefOf(home, asked) !== home;
  return cohortReply(visit, {
    title: text.title,
    tab: 'people',
    children: (
      <>
        <h1>{text.title}</h1>
        {found.total === 0 ? (
          <section class="sheet">
            <h2>{text.emptyTitle}</h2>
            <p>{text.empty}</p>
            {member.role === 'reader' ? null : (
              <p>
                <a class="button" href={`${homeOf(cohort.cohortId)}/upload`}>
                  {text.upload}
                </a>
              </p>
            )}
          </section>
        ) : (
          <>
            <Search asked={asked} found={found} home={home} language={language} />
            <p class="quiet" role="status">
              {countLine(found, language)} {searching ? <a href={home}>{text.clear}</a> : null}
            </p>
            <Table caption={text.title} empty={text.none} rows={found.rows} columns={columns(language, home, shown)} />
            <Pages found={found} language={language} href={(from) => hrefOf(home, asked, from)} />
          </>
        )}
      </>
    ),
  });
}

function countLine({ before, rows, matching, total }: Directory, language: Language): string {
  const say = (value: number) => number(value, language);
  if (rows.length === 0) return texts[language].nobody(say(total));
  return texts[language].found(say(before + 1), say(before + rows.length), say(matching), say(total));
}

function Search({
  asked,
  found: { counts },
  home,
  language,
}: {
  asked: Asked;
  found: Directory;
  home: string;
  language: Language;
}) {
  const text = texts[language];
  const word = words[language];
  const options = (names: Readonly<Record<string, string>>, of: ReadonlyMap<string, number>, chosen?: string) => [
    ['', text.any] as const,
    ...Object.entries(names)
      .filter(([value]) => of.has(value) || value === chosen)
      .map(([value, name]) => [value, `${name} (${number(of.get(value) ?? 0, language)})`] as const),
  ];
  const sites = Object.fromEntries([...counts.site.keys()].sort().map((site) => [site, site]));
  const parts = { ...word.participant, ...text.standing };
  return (
    <form method="get" action={home} class="sheet">
      <TextField name="q" label={text.search} value={asked.text} />
      <div class="columns">
        <Select
          name="role"
          label={text.role}
          value={asked.role ?? ''}
          options={options(word.role, counts.role, asked.role)}
        />
        <Select
          name="state"
          label={text.state}
          value={asked.part ?? ''}
          options={options(parts, counts.part, asked.part)}
        />
        <Select
          name="missing"
          label={text.missing}
          value={asked.missing ?? ''}
          options={options(word.missing, counts.missing, asked.missing)}
        />
        {counts.site.size > 0 ? (
          <Select
            name="site"
            label={text.site}
            value={asked.site ?? ''}
            options={options(sites, counts.site, asked.site)}
          />
        ) : null}
      </div>
      <button type="submit">{text.look}</button>
    </form>
  );
}

function Pages({
  found: { previous, next },
  language,
  href,
}: {
  found: Directory;
  language: Language;
  href: (from: PersonId) => string;
}) {
  const text = texts[language];
  if (!previous && !next) return null;
  return (
    <nav class="actions" aria-label={text.pages}>
      {previous ? <a href={href(previous)}>{text.back}</a> : null}
      {next ? <a href={href(next)}>{text.on}</a> : null}
    </nav>
  );
}

const reasonIn =
  (language: Language) =>
  ({ rule, count }: Reason): string =>
    `${brokenRules[language][rule] ?? rule}${count === undefined ? '' : ` (${count})`}`;

const columns = (language: Language, home: string, { standing, missingOf }: Shown) => {
  const text = texts[language];
  const word = words[language];
  return [
    {
      title: text.name,
      cell: ({ personId, name, self, hr }: Participant) => (
        <>
          <a href={`${home}/${personId}`}>{name}</a>
          {self.callName ? <small class="quiet under">{text.calls(self.callName)}</small> : null}
          {hr?.away ? (
            <small class="quiet under">
              {text.away(shortDay(hr.away.from, language), shortDay(hr.away.to, language))}
            </small>
          ) : null}
        </>
      ),
    },
    { title: text.role, cell: ({ role }: Participant) => word.role[role] },
    {
      title: text.state,
      cell: ({ state }: Participant) => (
        <span class={state === 'declined' || state === 'left' ? 'badge care' : 'badge'}>{word.participant[state]}</span>
      ),
    },
    {
      title: text.pairing,
      cell: (each: Participant) => {
        const now = standing.of(each);
        if (!now.includes('waitlisted')) return now.map((one) => text.standing[one]).join(', ') || '–';
        return (
          <>
            <span class="badge">{text.standing.waitlisted}</span>{' '}
            {standing.why(each.personId).map(reasonIn(language)).join('; ')}
            <br />
            <span class="quiet">{text.priority}</span>
          </>
        );
      },
    },
    {
      title: text.missing,
      cell: (each: Participant) =>
        missingOf(each)
          .map((what) => word.missing[what])
          .join(', ') || '–',
    },
    { title: text.unit, cell: ({ hr }: Participant) => hr?.unit ?? '–' },
    { title: text.site, cell: ({ hr }: Participant) => hr?.site ?? '–' },
    { title: text.level, number: true, cell: ({ hr }: Participant) => hr?.level ?? '–' },
    { title: text.address, cell: ({ address }: Participant) => address },
  ];
};
