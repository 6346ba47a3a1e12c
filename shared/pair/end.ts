import type { PersonId } from '../../events/ids.ts';
import { type Participant, participants } from '../participant/participant.ts';
import { keepEntry } from '../session/entry.ts';
import { type Command, type Draft, unnumbered } from '../table/aggregate.ts';
import { type Change, type Commit, change } from '../table/commit.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Pair, pairs } from './pair.ts';
import { pairStates } from './states.ts';

/**
 * The pair ends because one of the two has gone (`left`) or a coordinator ends it: both places are free again, in the
 * same commit. No reason is kept. True where this has ended it, now or before: a duplicate finishes what was left.
 */
export async function exitPair(
  table: Table,
  command: Command,
  ref: Pick<Pair, 'cohortId' | 'pairId'>,
  left?: PersonId,
): Promise<boolean> {
  let before = false;
  const result = await table.transact(async (): Promise<Commit | { refused: string }> => {
    const pair = await table.get(pairs, ref);
    const state = pair && pairStates.next(pair.state, 'exit');
    before = left !== undefined && pair?.endedBy === left;
    if (!pair || !state) return { refused: 'has ended' };
    const { entry, says } = keepEntry(pair, undefined, command.at);
    const freed = await Promise.all([pair.junior, pair.senior].map((personId) => free(table, pair, personId)));
    return {
      command,
      changes: [
        change(pairs, pair, pair, {
          ...unnumbered(pair),
          state,
          ...(left ? { endedBy: left } : {}),
          ...(entry ? { entry } : {}),
        }),
        ...freed.filter((each) => each !== undefined),
      ],
      says,
    };
  });
  return result.ok || before;
}

async function free(table: Table, { cohortId, pairId }: Pair, personId: PersonId): Promise<Change | undefined> {
  const participant = await table.get(participants, { cohortId, personId });
  return participant?.slots[pairId]
    ? change(participants, participant, participant, without(participant, pairId))
    : undefined;
}

function without(participant: Participant, pairId: Pair['pairId']): Draft<Participant> {
  const { [pairId]: _freed, ...slots } = participant.slots;
  return { ...unnumbered(participant), slots };
}
