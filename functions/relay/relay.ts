import type { Bus } from '../../shared/outbox/bus.eventbridge.ts';
import type { Outbox } from '../../shared/outbox/outbox.dynamodb.ts';
import { publish } from '../../shared/outbox/publish.ts';
import type { Outcome } from '../../shared/runtime/logger.ts';
import type { StreamRecord } from '../../shared/runtime/on-stream.ts';

export interface Needs {
  readonly bus: Bus;
  readonly outbox: Outbox;
  readonly rest: (attempt: number) => Promise<void>;
  readonly say: (outcome: Outcome) => void;
}

/**
 * Publishes the outbox rows of a batch, several side by side: one after the other they would be slower than the mail
 * that waits for them. A row that fails is left for the sweep and never holds up the others, so nothing is ever
 * reported back to the stream.
 */
export async function relay(records: readonly StreamRecord[], needs: Needs): Promise<readonly string[]> {
  const rows = records.flatMap(({ after }) => (after ? [after] : []));
  for (let at = 0; at < rows.length; at += abreast) {
    await Promise.all(rows.slice(at, at + abreast).map((row) => relayOne(row, needs)));
  }
  return [];
}

const abreast = 10;

async function relayOne(row: Record<string, unknown>, needs: Needs): Promise<void> {
  const left = { outcome: 'left for the sweep', row: String(row.sk) };
  try {
    if ((await publish(row, needs)) === 'left') needs.say(left);
  } catch (error) {
    needs.say({ ...left, error: error instanceof Error ? error.name : 'unknown' });
  }
}
