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
 * Publishes the outbox rows of a batch. A row that fails is left for the sweep and never holds up the rows behind it,
 * so nothing is ever reported back to the stream.
 */
export async function relay(records: readonly StreamRecord[], needs: Needs): Promise<readonly string[]> {
  for (const { after } of records) {
    if (!after) continue;
    try {
      if ((await publish(after, needs)) === 'left') needs.say({ outcome: 'left for the sweep', row: String(after.sk) });
    } catch (error) {
      needs.say({
        outcome: 'left for the sweep',
        row: String(after.sk),
        error: error instanceof Error ? error.name : 'unknown',
      });
    }
  }
  return [];
}
