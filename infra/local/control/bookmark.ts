import type { Account } from '../account.ts';
import type { Machinery } from '../machinery.ts';
import type { Buckets } from '../s3/buckets.ts';
import type { Schedules } from '../scheduler/schedules.ts';
import type { AcceptedMessage } from '../ses/ses.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';

/** A moment of a stage to which it can go back as often as one likes. */
export interface Bookmark {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tables: Snapshot;
  readonly schedules: Schedules;
  readonly buckets: Buckets;
  readonly mail: readonly AcceptedMessage[];
}

/** Only between two pieces of work: what is under way, or put off in memory, cannot be taken up again. */
export async function takeBookmark(account: Account, { agenda, clock }: Machinery): Promise<Bookmark> {
  const at = clock.now();
  const open = [
    ...agenda.waiting().map(({ label }) => label),
    ...account.queues().all.flatMap((queue) => {
      const { visible, notVisible, delayed } = queue.counts(at);
      return visible + notVisible + delayed > 0 ? [`a message in ${queue.settings.name}`] : [];
    }),
  ];
  if (open.length > 0) throw new Error(`This moment cannot be kept, because something waits: ${open.join(', ')}`);
  return {
    at,
    tables: await takeSnapshot(account.dynamoDb, account.tables.names),
    schedules: account.schedules().copy(),
    buckets: account.buckets().copy(),
    mail: [...account.ses.accepted()],
  };
}
