import type { LocalDate } from '../../events/ids.ts';
import type { Pair } from '../pair/pair.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { type Session, sessionIdOf, sessions } from './session.ts';

/** A pair's session of this day, if it has one. */
export const sessionOn = async (
  table: Table,
  { cohortId, pairId }: Pair,
  day: LocalDate | undefined,
): Promise<Session | undefined> =>
  day === undefined ? undefined : table.get(sessions, { cohortId, pairId, sessionId: sessionIdOf(pairId, day) });
