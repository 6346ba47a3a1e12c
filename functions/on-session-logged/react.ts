import type { Instant } from '../../events/define.ts';
import type { SessionLogged } from '../../events/session-logged.ts';
import { type CheckIn, checkIns, isMonthly } from '../../shared/check-in/check-in.ts';
import { askingHour, checkInsOf, nextMonthly, planCheckIn } from '../../shared/check-in/plan.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { type Pair, pairs } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { type Session, sessions } from '../../shared/session/session.ts';
import { type Draft, unnumbered } from '../../shared/table/aggregate.ts';
import { keys, prefixOf } from '../../shared/table/keys.ts';
import type { Step, Table } from '../../shared/table/table.dynamodb.ts';
import { addDays, atLocal, localDate } from '../../shared/time/local.ts';
import { wholeMinute } from '../../shared/time/minute.ts';

/** The two have met: both are asked the next morning, and the monthly question moves a cadence on. */
export async function react(
  event: EventOf<typeof SessionLogged>,
  { table }: { table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const { sessionId, pairId, cohortId } = event;
  const [session, pair, cohort] = [
    await table.get(sessions, { cohortId, pairId, sessionId }),
    await table.get(pairs, { cohortId, pairId }),
    await table.get(cohorts, { cohortId }),
  ];
  if (!session || !pair || !cohort || !openPair(pair)) return done('not applicable', { sessionId, state: pair?.state });
  const turn = await ordinal(table, pair, session);
  for (const personId of [pair.junior, pair.senior]) {
    const participant = await table.get(participants, { cohortId, personId });
    if (!participant) continue;
    const askAt = nextMorning(event.occurredAt, participant);
    if (askAt < cohort.endsAt) {
      const occasion = `session-${session.date}`;
      await planCheckIn(table, trigger.command('plan check-in'), {
        pair,
        role: participant.role,
        occasion,
        askAt,
        turn,
      });
    }
    await moveMonthly(session, pair, participant, cohort, table, trigger);
  }
  return done('check-ins planned', { sessionId });
}

const nextMorning = (at: Instant, { self }: Participant): Instant =>
  atLocal(addDays(localDate(at, self.timeZone), 1), askingHour, self.timeZone);

/** Which session of the pair this one is, by date. */
async function ordinal(table: Table, pair: Pair, { date }: Session): Promise<number> {
  let count = 0;
  for await (const each of table.list(sessions, [keys.pair(pair).pk], `${prefixOf.session}${pair.pairId}.`)) {
    if (each.state === 'logged' && each.date <= date) count++;
  }
  return count;
}

async function moveMonthly(
  session: Session,
  pair: Pair,
  participant: Participant,
  cohort: Cohort,
  table: Table,
  trigger: Trigger,
): Promise<void> {
  const askAt = nextMonthly(session.date, cohort, participant);
  for (const checkIn of await checkInsOf(table, pair, participant.role)) {
    if (!isMonthly(checkIn.checkInId) || checkIn.state !== 'planned') continue;
    await table.change(checkIns, checkIn, trigger.command('move monthly check-in'), (current) =>
      moveTo(current, askAt),
    );
  }
}

/** Only later, never earlier: a session that is logged late must not pull the question forward. */
function moveTo(checkIn: CheckIn | undefined, askAt: Instant): Step<CheckIn> {
  if (checkIn?.state !== 'planned' || checkIn.askAt >= askAt) return { refused: 'stays' };
  const rest = unnumbered(checkIn);
  const to: Draft<CheckIn> = { ...rest, askAt, dueAt: wholeMinute(askAt) };
  return { to };
}
