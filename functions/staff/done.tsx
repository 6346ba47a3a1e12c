import type { MemberVisit } from '../../shared/desk/visit.ts';
import { texts } from './texts.ts';

/** What the button before this page has done. */
export function Done({ visit: { request, language } }: { visit: MemberVisit }) {
  const done = texts[language].done[request.query.get('done') ?? ''];
  return done ? (
    <p class="note" role="status">
      {done}
    </p>
  ) : null;
}
