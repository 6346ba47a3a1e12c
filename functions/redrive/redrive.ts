import { type ConsumerOf, type Failure, failureOf } from '../../shared/parked/failure.ts';
import type { Invoker } from '../../shared/parked/invoke.lambda.ts';
import { deliver, type Parked, parkAgain, parkedItems } from '../../shared/parked/parked.ts';
import type { ParkedQueue } from '../../shared/parked/queue.sqs.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
  readonly queue: ParkedQueue;
  readonly invoker: Invoker;
  /** The function that reads a queue, by the queue's ARN. */
  readonly consumerOf: ConsumerOf;
  readonly warn: (what: { function: string; eventId: string; error: string }) => void;
}

/** Leaves this much time for the invocation that is running. */
const spareMilliseconds = 60_000;

/**
 * Turns parked messages into parked items, and tries the ones whose time has come once more, each alone. Fails at the
 * end of a run in which something came to wait for a person: its alarm is how that person hears of it.
 */
export async function redrive(needs: Needs, trigger: Trigger): Promise<Outcome> {
  const hopeless: string[] = [];
  const { parked, stuck } = await drain(needs, trigger, hopeless);
  let delivered = 0;
  let failed = 0;
  for await (const item of needs.table.list(parkedItems, ['parked'], prefixOf.parked)) {
    if (!isDue(item, trigger.at)) continue;
    if (trigger.remaining() < spareMilliseconds) break;
    const result = await needs.invoker.invoke(item.function, item.payload);
    if (result.ok) {
      delivered++;
      await needs.table.change(parkedItems, item, trigger.command('deliver parked event'), (current) =>
        current && isDue(current, trigger.at) ? { to: deliver(current) } : { refused: 'no longer waiting' },
      );
    } else {
      failed++;
      await park({ ...item, error: result.error }, needs, trigger, hopeless);
    }
  }
  if (hopeless.length > 0)
    throw new Error(`${hopeless.length} events wait for a person: ${hopeless.join(', ').slice(0, 300)}`);
  if (stuck > 0) throw new Error(`${stuck} parked messages could not be kept; they stay in their queue`);
  return done('redriven', { parked, delivered, failed });
}

const isDue = ({ state, nextAt }: Parked, at: string): boolean => state === 'waiting' && (!nextAt || nextAt <= at);

/** A message that cannot be kept stays in the queue, comes again, and holds up neither the others nor what is due. */
async function drain(needs: Needs, trigger: Trigger, hopeless: string[]): Promise<{ parked: number; stuck: number }> {
  let parked = 0;
  let stuck = 0;
  while (trigger.remaining() > spareMilliseconds) {
    const messages = await needs.queue.receive();
    const before = parked;
    for (const message of messages) {
      try {
        await park(failureOf(message, needs.consumerOf), needs, trigger, hopeless);
        await needs.queue.remove(message.receipt);
        parked++;
      } catch {
        stuck++;
      }
    }
    if (parked === before) break;
  }
  return { parked, stuck };
}

async function park(
  { function: name, eventId, payload, error }: Failure,
  { table, warn }: Needs,
  trigger: Trigger,
  hopeless: string[],
): Promise<void> {
  const failure = { function: name, eventId, payload, error };
  const changed = await table.change(parkedItems, failure, trigger.command('park event'), (current) => ({
    to: parkAgain(current, failure, trigger.at),
  }));
  if (!changed.ok || changed.item.state !== 'for-a-person') return;
  warn({ function: name, eventId, error });
  hopeless.push(eventId);
}
