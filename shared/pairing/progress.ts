import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import type { CohortId, RunId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import type { Table } from '../table/table.dynamodb.ts';

/** How far a run is when a phase begins, in hundredths: measured at 10,000 people, rounded. */
const startOf = { loading: 5, scoring: 25, matching: 40, explaining: 75, writing: 85 } as const;
type Phase = keyof typeof startOf;

const Progress = z.object({
  phase: z.enum(['loading', 'scoring', 'matching', 'explaining', 'writing']),
  percent: z.int(),
  at: Instant,
});
type Progress = z.infer<typeof Progress>;

type Ref = { readonly cohortId: CohortId; readonly runId: RunId };
const secondsKept = 24 * 3600;
const least = 1_000;

/**
 * Tells whoever looks at the desk how far a run is, at most once a second: a small run is over before it has told more
 * than that it began. No part of the run itself, so it is put without a commit and forgotten after a day. `remaining`
 * is the only clock: milliseconds that the invocation has left.
 */
export function progressOf(
  table: Pick<Table, 'putPages'>,
  { cohortId, runId }: Ref,
  at: Instant,
  remaining: () => number,
) {
  const begun = remaining();
  let told = Number.POSITIVE_INFINITY;
  return async (phase: Phase): Promise<void> => {
    const left = remaining();
    if (told - left < least) return;
    told = left;
    const now = new Date(Date.parse(at) + begun - left).toISOString();
    const progress: Progress = { phase, percent: startOf[phase], at: now };
    const expiresAt = Math.floor(Date.parse(at) / 1000) + secondsKept;
    await table.putPages([{ ...keys.runProgress({ cohortId, runId }), schema: 1, ...progress, expiresAt }]);
  };
}

/** How far a requested run is; absent before it has begun. */
export async function readProgress(table: Table, { cohortId, runId }: Ref): Promise<Progress | undefined> {
  const item = await table.read(keys.runProgress({ cohortId, runId }));
  return item && Progress.parse(item);
}
