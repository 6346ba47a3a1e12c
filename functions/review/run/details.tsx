import type { ComponentChildren } from 'preact';
import type { PersonId, Role } from '../../../events/ids.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { number } from '../../../shared/desk/format.ts';
import { nameOf } from './diff.ts';
import { hrefOf, type Query, type Row } from './query.ts';
import { reasonsOf } from './reasons.ts';
import type { Shown } from './review.tsx';
import { sentences } from './sentences.ts';

type Props = Shown & { readonly row: Row; readonly query: Query };

/** Why these two, who else there would be, and what HR can settle. The reasons stand there unopened. */
export function Details(props: Props) {
  const { visit, view, text, row } = props;
  const reasons = reasonsOf(row, visit.cohort, visit.language);
  const acts = view.run.state === 'proposed' && visit.member.role !== 'reader';
  return (
    <details>
      <summary>{reasons.length > 0 ? reasons.join(' · ') : text.details}</summary>
      <ul>
        {(['junior', 'senior'] as const).map((role) => (
          <Alternative key={role} {...props} role={role} acts={acts} />
        ))}
      </ul>
      {acts ? (
        <Settle {...props} junior={row.junior} senior={row.senior}>
          {row.pinned ? null : (
            <button type="submit" name="what" value="pin" class="plain small">
              {text.pin}
            </button>
          )}
          <button type="submit" name="what" value="block" class="plain small">
            {text.block}
          </button>
        </Settle>
      ) : null}
    </details>
  );
}

function Alternative(props: Props & { role: Role; acts: boolean }) {
  const { visit, text, here, name, row, role, acts } = props;
  const { language } = visit;
  const person = row[role];
  const other = row.alternative[role];
  if (!other) return <li>{text.noOther(name(person))}</li>;
  const [junior, senior] = role === 'junior' ? [person, other.partner] : [other.partner, person];
  const say = sentences[language];
  const cost = say.cost(other.atLeast, false, (value) => number(value, language));
  return (
    <li>
      {say.alternative(name(person), name(other.partner), cost)}{' '}
      <a href={`${here}/exact?${new URLSearchParams({ junior, senior })}`}>{text.exactly}</a>
      {acts ? (
        <Settle {...props} junior={junior} senior={senior}>
          <button type="submit" name="what" value="pin" class="plain small">
            {text.pinInstead}
          </button>
        </Settle>
      ) : null}
    </li>
  );
}

/** Buttons about two people; whoever presses one comes back to this place. */
function Settle({
  visit,
  here,
  query,
  row,
  junior,
  senior,
  children,
}: Props & { junior: PersonId; senior: PersonId; children: ComponentChildren }) {
  return (
    <form method="post" action={`${homeOf(visit.cohort.cohortId)}/rules/pairs`} class="actions">
      <input type="hidden" name="junior" value={junior} />
      <input type="hidden" name="senior" value={senior} />
      <input type="hidden" name="back" value={`${hrefOf(here, query, { page: query.page })}#${nameOf(row)}`} />
      {children}
    </form>
  );
}
