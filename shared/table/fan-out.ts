import type { Aggregate, Noun } from './aggregate.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.dynamodb.ts';

/** With less time than this left, a fan-out stops and goes on from its cursor in a new invocation. */
const spareMilliseconds = 30_000;

/**
 * Does one deed for each item of a kind in these partitions, page by page. Answers where to go on if the time ran
 * out; a deed is safe to repeat, so going on a little too early does no harm.
 */
export async function fanOut<T extends Aggregate, Ref>(
  table: Table,
  what: { noun: Noun<T, Ref>; partitions: readonly string[]; prefix: string; cursor?: string | undefined },
  remaining: () => number,
  deed: (item: T) => Promise<unknown>,
): Promise<{ done: number; cursor?: string }> {
  const from = what.cursor ? decode(what.cursor) : undefined;
  const first = from ? Math.max(0, what.partitions.indexOf(from.pk)) : 0;
  let done = 0;
  for (const pk of what.partitions.slice(first)) {
    let after: Key | undefined = from?.pk === pk ? from : undefined;
    do {
      const { items, next } = await table.page(what.noun, pk, what.prefix, { after, limit: 100 });
      for (const item of items) {
        await deed(item);
        done++;
      }
      if (next && remaining() < spareMilliseconds) return { done, cursor: `${next.pk} ${next.sk}` };
      after = next;
    } while (after);
  }
  return { done };
}

function decode(cursor: string): Key | undefined {
  const [pk, sk] = cursor.split(' ');
  return pk && sk ? { pk, sk } : undefined;
}
