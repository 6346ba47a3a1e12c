import type { MemberId, PersonId } from '../../../events/ids.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { day, moment, number } from '../../../shared/desk/format.ts';
import { words } from '../../../shared/desk/words.ts';
import type { LetterState } from '../../../shared/letter/states.ts';
import type { ParticipantState } from '../../../shared/participant/states.ts';
import type { Submission } from '../../../shared/submission/submission.ts';
import type { Task } from '../../../shared/task/task.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { Steps } from './overview-steps.tsx';
import { type Texts, texts } from './overview-texts.ts';
import type { OnHold } from './rule-task.tsx';
import type { Possible } from './summary.ts';
import { Tasks } from './tasks.tsx';

export interface Overview {
  readonly people: Partial<Record<ParticipantState, number>>;
  readonly letters: Partial<Record<LetterState, number>>;
  readonly figures: Readonly<Record<keyof Texts['figures'], number>>;
  readonly possible: Possible;
  readonly waiting: boolean;
  readonly stuck: Partial<Record<Submission['state'], number>>;
  readonly tasks: readonly Task[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly onHold: OnHold;
  readonly colleagues: ReadonlyMap<MemberId, string>;
  /** The link to the form, or why there is none. */
  readonly form: string | 'closed' | 'over';
  readonly roundId: string;
  readonly runId: string;
}

export function overviewPage(visit: CohortVisit, view: Overview): Reply {
  const { language, cohort, request } = visit;
  const text = texts[language];
  const done = text.done[request.query.get('done') ?? ''];
  return cohortReply(visit, {
    title: text.title,
    tab: '',
    children: (
      <>
        <h1 class="visually-hidden">{text.title}</h1>
        {done ? (
          <p class="note" role="status">
            {done}
          </p>
        ) : null}
        <Steps visit={visit} view={view} text={text} />
        <Stuck visit={visit} view={view} text={text} />
        <ul class="cards figures">
          {(Object.keys(text.figures) as (keyof Texts['figures'])[]).map((name) => (
            <li key={name}>
              <span class="figure">{number(view.figures[name], language)}</span> {text.figures[name]}
            </li>
          ))}
        </ul>
        <div class="columns">
          <section>
            <h2>{text.peopleByState}</h2>
            <Counts
              counts={view.people}
              names={words[language].participant}
              href={(state) => `${homeOf(cohort.cohortId)}/people?state=${state}`}
              empty={text.none}
            />
          </section>
          <section>
            <h2>{text.lettersByState}</h2>
            <Counts
              counts={view.letters}
              names={words[language].letter}
              href={(state) => `${homeOf(cohort.cohortId)}/letters?state=${state}`}
              empty={text.noLetters}
            />
          </section>
        </div>
        <h2>{text.facts}</h2>
        <dl class="facts">
          <div>
            <dt>{text.created}</dt>
            <dd>{moment(cohort.createdAt, language, cohort.timeZone)}</dd>
          </div>
          <div>
            <dt>{text.launchedAt}</dt>
            <dd>{cohort.launchedAt ? moment(cohort.launchedAt, language, cohort.timeZone) : text.notLaunched}</dd>
          </div>
          <div>
            <dt>{text.enrolment}</dt>
            <dd>{day(cohort.enrolmentDeadline, language)}</dd>
          </div>
          <div>
            <dt>{text.period}</dt>
            <dd>
              {day(cohort.start, language)} – {day(cohort.end, language)}
            </dd>
          </div>
        </dl>
        <FormLink form={view.form} text={text} domains={cohort.domains} />
        <Tasks visit={visit} tasks={view.tasks} names={view.names} onHold={view.onHold} colleagues={view.colleagues} />
      </>
    ),
  });
}

/** What came in and needs somebody. */
function Stuck({ visit, view, text }: { visit: CohortVisit; view: Overview; text: Texts }) {
  const states = (['rejected', 'waits-for-hr'] as const).filter((state) => view.stuck[state]);
  if (states.length === 0) return null;
  return (
    <ul class="note care plain-list">
      {states.map((state) => (
        <li key={state}>
          <a href={`${homeOf(visit.cohort.cohortId)}/submissions?state=${state}`}>
            {text.stuck[state](view.stuck[state] ?? 0)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Counts<K extends string>({
  counts,
  names,
  href,
  empty,
}: {
  counts: Partial<Record<K, number>>;
  names: Readonly<Record<K, string>>;
  href: (state: K) => string;
  empty: string;
}) {
  const states = (Object.keys(names) as K[]).filter((state) => counts[state]);
  if (states.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <dl class="facts counts">
      {states.map((state) => (
        <>
          <dt key={state}>
            <a href={href(state)}>{names[state]}</a>
          </dt>
          <dd>{counts[state]}</dd>
        </>
      ))}
    </dl>
  );
}

function FormLink({ form, text, domains }: { form: string; text: Texts; domains: readonly string[] }) {
  const reason = form === 'closed' ? text.linkClosed : form === 'over' ? text.linkOver : undefined;
  return (
    <>
      <h2>{text.link}</h2>
      {reason ? (
        <p class="quiet">{reason}</p>
      ) : (
        <label>
          {text.linkHint(domains.join(', '))}
          <input type="url" readOnly value={form} />
        </label>
      )}
    </>
  );
}
