import type { Part } from './page.tsx';

/** While it is computed the page comes again by itself, unless the reader said not to. */
export const looksAgain = ({ visit, view }: Part): boolean =>
  view.run.state === 'requested' && visit.request.query.get('stay') === null;

export function Computing({ visit, view: { progress }, text, here }: Part) {
  const stays = visit.request.query.get('stay') !== null;
  return (
    <section class="sheet" aria-label={text.computing}>
      <h2>{text.computing}</h2>
      <p id="phase" role="status">
        {progress ? text.phases[progress.phase] : text.waits}
      </p>
      <progress aria-labelledby="phase" max={100} value={progress?.percent} />
      <p class="quiet">{text.requested}</p>
      <div class="actions">
        <a class="button" href={here}>
          {text.reload}
        </a>
        {stays ? null : <a href={`${here}?stay=yes`}>{text.stay}</a>}
      </div>
    </section>
  );
}
