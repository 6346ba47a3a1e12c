import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { HrFactsChanged } from '../../events/hr-facts-changed.ts';
import { CohortId, UploadId } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { aggregateFields, type Draft, noun, withoutTimer } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { minutesAfter, wholeMinute } from '../time/minute.ts';

export const recheckStates = states('recheck', {
  /** Facts change or have changed, and nobody has looked at them since. */
  wanted: { take: 'running' },
  running: { take: 'running', want: 'wanted', finish: 'done' },
  done: { want: 'wanted' },
});

/**
 * Whether the pairs of a cohort are to be checked against HR's facts: one for each cohort. Facts that are written
 * while a check is wanted are seen by it; facts that come later want another round, which overtakes the one before.
 */
export const Recheck = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  state: z.enum(namesOf(recheckStates)),
  round: z.int(),
  wantedAt: Instant,
  /** HR files that are being taken in, and since when: half a file is not judged by. */
  importing: z.record(UploadId, Instant),
});
export type Recheck = z.infer<typeof Recheck>;
export const rechecks = noun('recheck', Recheck, keys.recheck);

/** What is not through after this long does not hold up the check any more: it has been given up and parked. */
const patienceHours = 24;
export const isLate = (since: Instant, at: Instant): boolean => minutesAfter(since, patienceHours * 60) <= at;

/** There are pairs of it that may break a rule. Before, and once it is closing, nothing is checked. */
export const hasPairs = ({ state }: Pick<Cohort, 'state'>): boolean => state === 'consent' || state === 'active';

const toWanted = (recheck: Recheck | undefined, cohortId: CohortId, at: Instant): Draft<Recheck> => {
  if (recheck?.state === 'wanted') return withoutTimer(recheck);
  if (!recheck) return { cohortId, state: 'wanted', round: 1, wantedAt: at, importing: {} };
  const state = recheckStates.next(recheck.state, 'want') ?? recheck.state;
  return { ...withoutTimer(recheck), state, round: recheck.round + 1, wantedAt: at };
};

const said = ({ cohortId, round }: Draft<Recheck>) => [HrFactsChanged({ cohortId, round })];

/** From here on facts change line by line: a check that is going on stops, and none begins. Its timer finds a file that never ends. */
export function beginImport(
  recheck: Recheck | undefined,
  { cohortId, uploadId }: { cohortId: CohortId; uploadId: UploadId },
  at: Instant,
): Step<Recheck> {
  if (recheck?.importing[uploadId]) return { refused: 'known' };
  const to = toWanted(recheck, cohortId, at);
  return {
    to: { ...to, importing: { ...to.importing, [uploadId]: at }, dueAt: wholeMinute(minutesAfter(at, 60)) },
  };
}

/** All lines of the file are on their way. */
export function endImport(
  recheck: Recheck | undefined,
  { cohortId, uploadId }: { cohortId: CohortId; uploadId: UploadId },
  at: Instant,
): Step<Recheck> {
  const to = toWanted(recheck, cohortId, at);
  const { [uploadId]: _ended, ...importing } = to.importing;
  return { to: { ...to, importing }, says: said(to) };
}

/** A line came through. Its file's own round sees it; where that is over, it wants one of its own. */
export function factsChanged(recheck: Recheck | undefined, cohortId: CohortId, at: Instant): Step<Recheck> {
  if (recheck?.state === 'wanted') return { refused: 'wanted already' };
  const to = toWanted(recheck, cohortId, at);
  return { to, says: said(to) };
}

/** A file is still being taken in, or some of its lines are on their way: asks again soon, then less and less often. */
export function waitOn(recheck: Recheck | undefined, round: number, at: Instant): Step<Recheck> {
  if (recheck?.round !== round || recheck.state !== 'wanted') return { refused: 'overtaken' };
  const age = (Date.parse(at) - Date.parse(recheck.wantedAt)) / 60_000;
  const minutes = Math.min(60, Math.max(1, Math.ceil(age / 4)));
  return { to: { ...withoutTimer(recheck), dueAt: wholeMinute(minutesAfter(at, minutes)) } };
}

export function ring(recheck: Recheck, until: Instant): Step<Recheck> {
  if (!recheck.dueAt || recheck.dueAt > until) return { refused: 'not due' };
  const to = withoutTimer(recheck);
  return recheck.state === 'wanted' ? { to, says: said(to) } : { to };
}

export function take(recheck: Recheck | undefined, round: number): Step<Recheck> {
  if (recheck?.round !== round) return { refused: 'overtaken' };
  const state = recheckStates.next(recheck.state, 'take');
  return state ? { to: { ...withoutTimer(recheck), state } } : { refused: 'checked already' };
}

/** The time ran out: the same round goes on from its cursor. */
export function goOn(recheck: Recheck | undefined, round: number, cursor: string): Step<Recheck> {
  if (!recheck || !isRunning(recheck, round)) return { refused: 'overtaken' };
  const { cohortId } = recheck;
  return { to: withoutTimer(recheck), says: [HrFactsChanged({ cohortId, round, cursor })] };
}

export function finish(recheck: Recheck | undefined, round: number): Step<Recheck> {
  const state = recheck && isRunning(recheck, round) ? recheckStates.next(recheck.state, 'finish') : undefined;
  return recheck && state ? { to: { ...withoutTimer(recheck), state } } : { refused: 'overtaken' };
}

export const isRunning = (recheck: Recheck | undefined, round: number): boolean =>
  recheck?.state === 'running' && recheck.round === round;
