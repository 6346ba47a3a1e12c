import type { Instant } from '../../events/define.ts';
import type { CheckInId, CohortId, LetterId, PairId, PersonId, RunId, Scope } from '../../events/ids.ts';
import type { MomentDue } from '../../events/moment-due.ts';
import { checkIns, pairOf } from '../../shared/check-in/check-in.ts';
import { ring as ringCheckIn } from '../../shared/check-in/open.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { endCohort } from '../../shared/cohort/end.ts';
import { ring as ringLetter } from '../../shared/letter/ledger.ts';
import { letters } from '../../shared/letter/letter.ts';
import { ring as ringPair } from '../../shared/pair/consent.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { rechecks, ring as ringRecheck } from '../../shared/pair/recheck-round.ts';
import { ringRun } from '../../shared/pair/settle.ts';
import { runs } from '../../shared/pairing/run.ts';
import { ring as ringParticipant } from '../../shared/participant/invite.ts';
import { participants } from '../../shared/participant/participant.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { type Key, partitionsOf } from '../../shared/table/keys.ts';
import { sideBySide } from '../../shared/table/side-by-side.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { unknownTask } from '../../shared/task/letter-task.ts';
import { openTask } from '../../shared/task/open.ts';

export interface Needs {
  readonly table: Table;
}

/** What is left when the time is up stays in the due index, where the sweep rings it again. */
const spareMilliseconds = 30_000;

/** Opens everything of a scope that is due now or in the minute that rang. */
export async function open(
  { scope, minute }: EventOf<typeof MomentDue>,
  { table }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const until = trigger.at > minute ? trigger.at : minute;
  const read = reader(table);
  let opened = 0;
  const failed: string[] = [];
  for await (const key of sideBySide(partitionsOf(scope).map((pk) => table.due(pk, until)))) {
    if (trigger.remaining() < spareMilliseconds) return done('opened in part', { scope, opened });
    // One that cannot be opened holds up none of the others; it is told at the end, and so parked.
    try {
      await openOne(key, scope, { table, trigger, until, read });
      opened++;
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} could not be opened: ${failed[0]}`.slice(0, 300));
  return done('opened', { scope, opened });
}

interface Opening {
  readonly table: Table;
  readonly trigger: Trigger;
  readonly until: Instant;
  readonly read: ReturnType<typeof reader>;
}

async function openOne({ sk }: Key, scope: Scope, { table, trigger, until, read }: Opening): Promise<void> {
  const [noun = '', id = ''] = sk.split('#');
  const cohortId = scope as CohortId;
  const command = trigger.command(`open ${noun}`);
  switch (noun) {
    case 'letter': {
      const { item } = await table.change(letters, { scope, letterId: id as LetterId }, command, (letter) =>
        letter ? ringLetter(letter, until) : gone,
      );
      const task = item && unknownTask(item, trigger.at);
      if (task) await openTask(table, trigger.command, task);
      return;
    }
    case 'cohort':
      await table.change(cohorts, { cohortId: id as CohortId }, command, (cohort) =>
        cohort && cohort.endsAt <= until ? endCohort(cohort, until) : gone,
      );
      return;
    case 'participant': {
      const cohort = await read.cohort(cohortId);
      await table.change(participants, { cohortId, personId: id as PersonId }, command, (participant) =>
        participant && cohort ? ringParticipant(participant, cohort, until) : gone,
      );
      return;
    }
    case 'pair':
      await table.change(pairs, { cohortId, pairId: id as PairId }, command, (pair) =>
        pair ? ringPair(pair, until) : gone,
      );
      return;
    case 'run': {
      const cohort = await read.cohort(cohortId);
      await table.change(runs, { cohortId, runId: id as RunId }, command, (run) =>
        run && cohort ? ringRun(run, cohort, until) : gone,
      );
      return;
    }
    case 'recheck':
      await table.change(rechecks, { cohortId }, command, (recheck) => (recheck ? ringRecheck(recheck, until) : gone));
      return;
    case 'check-in': {
      const checkInId = id as CheckInId;
      const pairId = pairOf(checkInId);
      const [cohort, pair, checkIn] = [
        await read.cohort(cohortId),
        await table.get(pairs, { cohortId, pairId }),
        await table.get(checkIns, { cohortId, pairId, checkInId }),
      ];
      if (!cohort || !checkIn) return;
      const participant = await table.get(participants, { cohortId, personId: checkIn.personId });
      await table.change(checkIns, { cohortId, pairId, checkInId }, command, (current) =>
        current ? ringCheckIn(current, { cohort, pair, participant }, trigger.at, until) : gone,
      );
      return;
    }
    default:
      throw new Error(`nothing opens a ${noun}`);
  }
}

const gone = { refused: 'gone' } as const;

/** Reads a cohort once for all that is due in it. */
function reader(table: Table) {
  const known = new Map<CohortId, Promise<Cohort | undefined>>();
  return {
    cohort(cohortId: CohortId): Promise<Cohort | undefined> {
      const found = known.get(cohortId) ?? table.get(cohorts, { cohortId });
      known.set(cohortId, found);
      return found;
    },
  };
}
