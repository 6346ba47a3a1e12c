import type { PersonId } from '../../../events/ids.ts';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';

interface Props {
  readonly visit: CohortVisit;
  readonly two: readonly [PersonId, PersonId];
  /** Where the button is. */
  readonly back: string;
  readonly label: string;
  /** For whoever hears the button without its row. */
  readonly says: string;
}

/** Takes back a pin or a block, and comes back. */
export function Undo({ visit, two: [junior, senior], back, label, says }: Props) {
  return (
    <form method="post" action={`${homeOf(visit.cohort.cohortId)}/rules/pairs`}>
      <input type="hidden" name="junior" value={junior} />
      <input type="hidden" name="senior" value={senior} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" name="what" value="release" class="plain small" aria-label={says}>
        {label}
      </button>
    </form>
  );
}
