import { Obstacles } from '../obstacles.tsx';
import type { Part } from './page.tsx';

/** What a run could not do: whom and which rule it stumbled over. */
export function Failed({ visit, view, text, name }: Part) {
  // What is wrong with single pins has its people; an empty side has none.
  const whole = view.run.why === 'pins' ? undefined : view.run.why;
  const obstacles = view.result?.refused ?? [];
  return (
    <div class="note care">
      <h2>{text.failed}</h2>
      <Obstacles list={[...(whole ? [{ rule: whole }] : []), ...obstacles]} name={name} language={visit.language} />
    </div>
  );
}
