import { kindOf, type Stored } from './export-lines.ts';

/** The table that lost something. */
export interface Live {
  readonly keys: AsyncIterable<Pick<Stored, 'pk' | 'sk'>>;
  /** False: somebody was faster, and what is there stays. */
  putIfAbsent(item: Stored): Promise<boolean>;
}

const nameOf = ({ pk, sk }: Pick<Stored, 'pk' | 'sk'>) => `${pk}\n${sk}`;

/** What is on its way or counts the present second is of no use an hour later. */
const ofTheMoment = (pk: string) => pk === 'rate' || /^(outbox|posts)#/.test(pk);

/**
 * Pure: how an item of a backup comes back; undefined if it does not. Nobody knows whether a letter that had not gone out by
 * the time of the backup has gone since: it comes back as unknown and without a timer, so nothing sends it.
 */
export function asPutBack(item: Stored): Stored | undefined {
  if (ofTheMoment(item.pk)) return undefined;
  const open = kindOf(item) === 'letter' && (item.state === 'planned' || item.state === 'submitting');
  if (!open) return item;
  const { dueAt: _dueAt, ...rest } = item;
  return { ...rest, pk: item.pk, sk: item.sk, state: 'unknown', why: 'put back from a backup: it may have gone out' };
}

/** Puts back what a table lacks, or only counts it, by kind. What is there is never touched: the ledger does not go back. */
export async function putBack(
  backup: AsyncIterable<Stored>,
  live: Live,
  { write }: { write: boolean },
): Promise<Record<string, number>> {
  const there = new Set<string>();
  for await (const key of live.keys) there.add(nameOf(key));
  const counts = new Map<string, number>();
  for await (const item of backup) {
    const comes = asPutBack(item);
    if (!comes || there.has(nameOf(item))) continue;
    if (write && !(await live.putIfAbsent(comes))) continue;
    const kind = kindOf(item);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
