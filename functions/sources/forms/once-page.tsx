import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import type { Source } from '../../../shared/source/source.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { type CohortVisit, sourcesOf } from '../visit.ts';
import { Setup } from './setup-view.tsx';
import { texts } from './texts.ts';

/** The answer to the press that made a secret: the only page that ever shows it. */
export function oncePage(visit: CohortVisit, source: Source, secret: string): Reply {
  const text = texts[visit.language];
  return cohortReply(visit, {
    title: source.name,
    tab: 'submissions',
    children: (
      <div class="readable">
        <h1>{source.name}</h1>
        <h2>{text.setup}</h2>
        <Setup visit={visit} source={source} secret={secret} />
        <p class="actions">
          <a class="button" href={`${sourcesOf(visit)}/${source.sourceId}`}>
            {text.toOne}
          </a>
        </p>
      </div>
    ),
  });
}
