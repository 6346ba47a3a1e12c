import type { Instant } from '../../../events/define.ts';
import { type Cohort, launched } from '../../../shared/cohort/cohort.ts';
import { canEnd } from '../../../shared/cohort/draft.ts';
import { mayPair } from '../../../shared/cohort/pair-up.ts';
import { openPair } from '../../../shared/pair/states.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import { waitsForLetter } from '../../../shared/participant/invite.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { minutesAfter } from '../../../shared/time/minute.ts';

/** What HR can do with a cohort now, the most sensible first. */
export interface Possible {
  readonly upload: boolean;
  readonly launch: boolean;
  readonly newcomers: number;
  readonly pair: boolean;
  readonly review: boolean;
  readonly round: number;
  readonly end: boolean;
}

/** While the letters of a launch are still being planned, those whose turn has not come are no newcomers. */
const launchingMinutes = 2;

export function possibleNow(
  cohort: Cohort,
  people: readonly Participant[],
  pairs: Visible['pairs'],
  at: Instant,
): Possible {
  const open = canEnd(cohort.state);
  const { launchedAt } = cohort;
  const waiting = people.filter(waitsForLetter).length;
  return {
    upload: open,
    launch: open && !launched(cohort),
    newcomers: open && launchedAt && at >= minutesAfter(launchedAt, launchingMinutes) ? waiting : 0,
    pair: mayPair(cohort) && people.some(({ state }) => state === 'confirmed'),
    review: cohort.state === 'review' || cohort.state === 'pairing',
    round:
      open && launched(cohort) ? pairs.filter(({ state }) => state !== 'waiting' && openPair({ state })).length : 0,
    end: open,
  };
}
