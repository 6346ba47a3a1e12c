import { PersonId } from '../../../events/ids.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { number } from '../../../shared/desk/format.ts';
import { missingReply } from '../../../shared/desk/refused.tsx';
import { exactCost } from '../../../shared/pairing/pairing.ts';
import type { Run } from '../../../shared/pairing/run.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { tooMany } from '../engine.ts';
import { Obstacles } from '../obstacles.tsx';
import { inputOf, runOf } from './load.ts';
import { sentences } from './sentences.ts';
import { texts } from './texts.ts';

/** GET /desk/cohorts/{cohort}/runs/{run}/exact?junior=&senior=: what a pair of these two would cost, computed anew. */
export async function showExact(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, params, request } = visit;
  const [junior, senior] = ['junior', 'senior'].map((role) => PersonId.safeParse(request.query.get(role)));
  const run = await runOf(visit, params.run);
  if (!run || !junior?.success || !senior?.success) return missingReply(visit);
  const [people, cost] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    costOf(visit, run, [junior.data, senior.data]),
  ]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  return exactPage(visit, { run, two: [junior.data, senior.data], cost, name: (person) => names.get(person) ?? '–' });
}

type Two = readonly [junior: PersonId, senior: PersonId];
type Cost = ReturnType<typeof exactCost> | 'gone' | 'too many';

async function costOf(visit: CohortVisit, run: Run, two: Two): Promise<Cost> {
  const input = await inputOf(visit, run);
  if (!input) return 'gone';
  return tooMany(input) ? 'too many' : exactCost(input, run.rules, run.seed, two, run.objective);
}

interface View {
  readonly run: Run;
  readonly two: Two;
  readonly cost: Cost;
  readonly name: (person: PersonId) => string;
}

function exactPage(visit: CohortVisit, { run, two: [junior, senior], cost: found, name }: View): Reply {
  const { cohort, language, member } = visit;
  const text = texts[language];
  const home = homeOf(cohort.cohortId);
  const back = `${home}/runs/${run.runId}`;
  const cost = typeof found === 'string' ? undefined : found;
  const sentence = cost?.ok ? sentences[language].cost(cost.cost, true, (value) => number(value, language)) : '';
  return cohortReply(visit, {
    title: text.exactTitle,
    tab: 'runs',
    children: (
      <div class="sheet readable">
        <h1>{text.exactTitle}</h1>
        <p>{text.exactLead(name(junior), name(senior))}</p>
        {found === 'gone' ? <p>{text.exactGone}</p> : null}
        {found === 'too many' ? <p>{text.exactTooMany}</p> : null}
        {cost?.ok ? <p class="objective">{`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`}</p> : null}
        {cost && !cost.ok ? (
          <>
            <p>{text.exactNo}:</p>
            <Obstacles list={cost.refused} name={name} language={language} />
          </>
        ) : null}
        <div class="actions">
          {cost?.ok && run.state === 'proposed' && member.role !== 'reader' ? (
            <form method="post" action={`${home}/rules/pairs`}>
              <input type="hidden" name="junior" value={junior} />
              <input type="hidden" name="senior" value={senior} />
              <input type="hidden" name="back" value={back} />
              <button type="submit" name="what" value="pin">
                {text.pinInstead}
              </button>
            </form>
          ) : null}
          <a href={back}>{text.back}</a>
        </div>
      </div>
    ),
  });
}
