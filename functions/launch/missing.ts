import type { LocalDate } from '../../events/ids.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { StageMail } from '../../shared/letter/stage-mail.ts';
import { waitsForLetter } from '../../shared/participant/invite.ts';
import { gone, type Participant } from '../../shared/participant/participant.ts';
import type { Submission } from '../../shared/submission/submission.ts';

/** What HR should know before letters go out. `stops`: until it is mended nothing goes out, or there is nobody. */
export interface Missing {
  readonly what: keyof typeof places;
  readonly stops: boolean;
  readonly count: number;
}

/** Where it can be mended, below the cohort's own page; nowhere: HR cannot, or need not. */
export const places = {
  nobody: 'upload',
  'letters stopped': '',
  'all letters stopped': undefined,
  'no juniors': 'upload',
  'no seniors': 'upload',
  'waits for HR': 'submissions?state=waits-for-hr',
  rejected: 'submissions?state=rejected',
  'no mail': 'people',
  'deadline is over': 'settings',
  'start is over': 'settings',
  'form is closed': 'settings',
  'few pairs': undefined,
} as const;

/** Fewer pairs than this get no confidential report: it would tell who said what. */
const fewest = 5;

interface Known {
  readonly people: readonly Participant[];
  readonly submissions: readonly Pick<Submission, 'state'>[];
  readonly mail: StageMail | undefined;
  readonly today: LocalDate;
}

export function missingIn(cohort: Cohort, { people, submissions, mail, today }: Known): Missing[] {
  const here = people.filter((each) => !gone(each));
  const [juniors, seniors] = (['junior', 'senior'] as const).map(
    (role) => here.filter((each) => each.role === role).length,
  );
  const pairs = Math.min(juniors ?? 0, seniors ?? 0);
  const inState = (state: Submission['state']) => submissions.filter((each) => each.state === state).length;
  const counts: Readonly<Record<Missing['what'], number>> = {
    nobody: here.length === 0 ? 1 : 0,
    'letters stopped': cohort.lettersStopped ? 1 : 0,
    'all letters stopped': mail?.stoppedAt ? 1 : 0,
    'no juniors': here.length > 0 && juniors === 0 ? 1 : 0,
    'no seniors': here.length > 0 && seniors === 0 ? 1 : 0,
    'waits for HR': inState('waits-for-hr'),
    rejected: inState('rejected'),
    'no mail': here.filter((each) => waitsForLetter(each) && each.mail !== 'ok').length,
    'deadline is over': cohort.enrolmentDeadline < today ? 1 : 0,
    'start is over': cohort.launchedAt === undefined && cohort.start <= today ? 1 : 0,
    'form is closed': cohort.domains.length === 0 ? 1 : 0,
    'few pairs': pairs > 0 && pairs < fewest ? pairs : 0,
  };
  const stops: readonly Missing['what'][] = ['nobody', 'letters stopped', 'all letters stopped'];
  return (Object.keys(places) as Missing['what'][])
    .filter((what) => counts[what] > 0)
    .map((what) => ({ what, stops: stops.includes(what), count: counts[what] }));
}
