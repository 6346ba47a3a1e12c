import type { Instant } from '../../events/define.ts';
import type { LocalDate, Role } from '../../events/ids.ts';
import type { Cohort } from '../cohort/cohort.ts';
import { type Pair, personOf } from '../pair/pair.ts';
import type { Participant } from '../participant/participant.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import { keys, prefixOf } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { addMonths, atLocal, localDate } from '../time/local.ts';
import { wholeMinute } from '../time/minute.ts';
import { type CheckIn, checkInIdOf, checkIns, monthOccasion } from './check-in.ts';
import { roundOf } from './questions.ts';

/** The hour at which people are asked, on their own clock. */
export const askingHour = '09:00';

export interface CheckInPlan {
  readonly pair: Pair;
  readonly role: Role;
  readonly occasion: string;
  readonly askAt: Instant;
  /** Which of the questions in rotation has its turn. */
  readonly turn: number;
}

export function draftOf({ pair, role, occasion, askAt, turn }: CheckInPlan): Draft<CheckIn> {
  return {
    cohortId: pair.cohortId,
    pairId: pair.pairId,
    checkInId: checkInIdOf(pair.pairId, role, occasion),
    personId: personOf(pair, role),
    role,
    state: 'planned',
    questions: roundOf(role, turn),
    askAt,
    dueAt: wholeMinute(askAt),
  };
}

/** Plans a check-in once: planning the same occasion again changes nothing. */
export async function planCheckIn(table: Table, command: Command, plan: CheckInPlan): Promise<void> {
  const draft = draftOf(plan);
  await table.change(checkIns, draft, command, (current) => (current ? { refused: 'known' } : { to: draft }));
}

/** 09:00 on the person's own clock, `cadence` months after the local date. */
export const nextMonthly = (after: LocalDate, { cadenceMonths }: Cohort, { self }: Participant): Instant =>
  atLocal(addMonths(after, cadenceMonths), askingHour, self.timeZone);

/**
 * The n-th monthly check-in of one side, a cadence after `from`. Planned beyond the cohort's end too, which cancels it:
 * HR may move the end, and the questions go on then.
 */
export async function planMonthly(
  table: Table,
  command: Command,
  {
    pair,
    participant,
    cohort,
    number,
    from,
  }: { pair: Pair; participant: Participant; cohort: Cohort; number: number; from: Instant },
): Promise<void> {
  const askAt = nextMonthly(localDate(from, participant.self.timeZone), cohort, participant);
  await planCheckIn(table, command, {
    pair,
    role: participant.role,
    occasion: monthOccasion(number),
    askAt,
    turn: number,
  });
}

/** All check-ins of one side of a pair. */
export async function checkInsOf(
  table: Table,
  pair: Pick<Pair, 'cohortId' | 'pairId'>,
  role?: Role,
): Promise<CheckIn[]> {
  const { pk } = keys.pair(pair);
  const found: CheckIn[] = [];
  for await (const checkIn of table.list(checkIns, [pk], `${prefixOf.checkIn}${pair.pairId}.${role ?? ''}`))
    found.push(checkIn);
  return found;
}
