import { cohortReply } from '../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { Action } from '../../shared/desk/form.tsx';
import { words } from '../../shared/desk/words.ts';
import type { HrImport } from '../../shared/submission/hr-import.ts';
import type { Upload } from '../../shared/submission/upload.ts';
import type { Reply } from '../../shared/web/http.ts';
import { OtherSheets, Rejected } from './preview-parts.tsx';
import type { Progress } from './progress.ts';
import { texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

interface Shown {
  readonly upload: Upload;
  readonly progress: Progress;
  readonly mayUndo: boolean;
  readonly last: HrImport['last'];
}

/** How far a committed file has come, and the way back. */
export function committedPage(visit: CohortVisit, { upload, progress, mayUndo, last }: Shown): Reply {
  const { language, cohort } = visit;
  const text = texts[language];
  const word = words[language];
  const home = homeOf(cohort.cohortId);
  const here = `${home}/uploads/${upload.uploadId}`;
  const { settled, all, states } = progress;
  const back = upload.state === 'undoing' || upload.state === 'undone';
  const title = back ? text.undoneTitle : text.committedTitle;
  const working = upload.state === 'undoing' || (!back && settled < all);
  const says =
    upload.state === 'undoing'
      ? text.undoing
      : upload.state === 'undone'
        ? text.undone
        : working
          ? text.working(settled, all)
          : text.finished(all);
  return cohortReply(visit, {
    title,
    children: (
      <div class="readable">
        <h1>{title}</h1>
        <p role="status">{says}</p>
        {back ? null : <progress value={settled} max={Math.max(all, 1)} aria-label={text.working(settled, all)} />}
        <dl class="facts counts">
          {(Object.keys(word.submission) as (keyof typeof states)[])
            .filter((state) => states[state])
            .map((state) => (
              <>
                <dt>
                  <a href={`${home}/submissions?state=${state}`}>{word.submission[state]}</a>
                </dt>
                <dd>{states[state]}</dd>
              </>
            ))}
        </dl>
        <div class="actions">
          {working ? <a href={here}>{text.reload}</a> : null}
          <a class="button" href={`${home}/people`}>
            {text.toPeople}
          </a>
          {back ? <a href={`${home}/upload`}>{text.cancel}</a> : null}
          {mayUndo ? <Action to={`${here}/undo`} label={text.undo} plain /> : null}
        </div>
        {mayUndo ? <p class="quiet">{text.undoHint}</p> : null}
        {back ? null : <OtherSheets upload={upload} visit={visit} />}
        {last ? <Rejected rejected={last.rejected} all={last.rejectedLines} language={language} /> : null}
      </div>
    ),
  });
}
