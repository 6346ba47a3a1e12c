import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import type { CohortVisit } from '../visit.ts';
import type { Overview } from './overview-page.tsx';
import type { Texts } from './overview-texts.ts';

/** What HR can do now: the next thing as a button, the rest as quiet links. */
export function Steps({ visit, view, text }: { visit: CohortVisit; view: Overview; text: Texts }) {
  const { cohort } = visit;
  const { possible } = view;
  const { steps } = text;
  const home = homeOf(cohort.cohortId);
  const empty = view.figures.people === 0;
  const pairFirst = possible.pair && view.figures.pairs === 0 && !possible.review;
  return (
    <section class="sheet" aria-label={text.next}>
      <h2>{text.next}</h2>
      {view.waiting && !possible.launch ? <p>{text.waiting}</p> : null}
      <div class="actions">
        {possible.review ? (
          <a class="button" href={`${home}/runs/${cohort.latestRunId}`}>
            {steps.review}
          </a>
        ) : null}
        {possible.upload && empty ? (
          <a class="button" href={`${home}/upload`}>
            {steps.upload}
          </a>
        ) : null}
        {possible.launch && !empty ? (
          <a class="button" href={`${home}/launch`}>
            {steps.launch}
          </a>
        ) : null}
        {possible.newcomers > 0 ? (
          <a class="button" href={`${home}/launch`}>
            {steps.newcomers(possible.newcomers)}
          </a>
        ) : null}
        {pairFirst ? <Action to={`${home}/runs`} label={steps.pair} fields={{ run: view.runId }} /> : null}
        {possible.round > 0 ? (
          <Action to={`${home}/round`} label={steps.round} plain fields={{ round: view.roundId }} />
        ) : null}
      </div>
      <div class="actions quiet-actions">
        {possible.upload && !empty ? <a href={`${home}/upload`}>{steps.uploadMore}</a> : null}
        {cohort.latestRunId && !possible.review ? <a href={`${home}/runs/${cohort.latestRunId}`}>{steps.run}</a> : null}
        {possible.end ? <a href={`${home}/end`}>{steps.end}</a> : null}
        {possible.pair && !pairFirst ? (
          <Action to={`${home}/runs`} label={steps.pairAgain} plain fields={{ run: view.runId }} />
        ) : null}
        <Action
          to={`${home}/letters-stopped`}
          label={cohort.lettersStopped ? steps.resume : steps.stop}
          plain
          fields={{ stopped: cohort.lettersStopped ? 'no' : 'yes' }}
        />
      </div>
    </section>
  );
}
