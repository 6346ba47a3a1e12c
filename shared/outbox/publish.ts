import * as z from 'zod/mini';
import type { SaidEvent } from '../table/commit.ts';
import type { Key } from '../table/keys.ts';
import type { Bus } from './bus.eventbridge.ts';
import type { Outbox } from './outbox.dynamodb.ts';

const Row = z.object({
  pk: z.string(),
  sk: z.string(),
  events: z.array(
    z.object({
      detailType: z.string(),
      detail: z.looseObject({ eventId: z.string(), occurredAt: z.string(), correlationId: z.string() }),
    }),
  ),
});

const tries = 3;

export type Published = 'published' | 'left';

/**
 * Publishes one commit's events and deletes its row when all are out. A row that cannot be published stays where it
 * is, and the sweep finds it; a crash between the two publishes twice, which every reaction takes.
 */
export async function publish(
  row: Record<string, unknown>,
  { bus, outbox, rest }: { bus: Bus; outbox: Outbox; rest: (attempt: number) => Promise<void> },
): Promise<Published> {
  const parsed = Row.safeParse(row);
  if (!parsed.success) return 'left';
  const key: Key = { pk: parsed.data.pk, sk: parsed.data.sk };
  let waiting: SaidEvent[] = parsed.data.events;
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await rest(attempt);
    waiting = await bus.put(waiting);
    if (waiting.length === 0) {
      await outbox.remove(key);
      return 'published';
    }
  }
  return 'left';
}
