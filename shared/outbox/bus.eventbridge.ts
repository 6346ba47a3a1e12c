import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { source } from '../../events/define.ts';
import type { SaidEvent } from '../table/commit.ts';

/** PutEvents takes ten entries. */
const most = 10;

/** The stage's bus. */
export function eventBridgeBus(name: string, client = new EventBridgeClient({})) {
  return {
    /** Puts these events and answers those that EventBridge did not take: HTTP 200 does not mean that it took all. */
    async put(events: readonly SaidEvent[]): Promise<SaidEvent[]> {
      const refused: SaidEvent[] = [];
      for (let from = 0; from < events.length; from += most) {
        const batch = events.slice(from, from + most);
        const { FailedEntryCount, Entries = [] } = await client.send(
          new PutEventsCommand({
            Entries: batch.map(({ detailType, detail }) => ({
              EventBusName: name,
              Source: source,
              DetailType: detailType,
              Detail: JSON.stringify(detail),
            })),
          }),
        );
        // The results stand in the order of the request.
        if (FailedEntryCount) refused.push(...batch.filter((_, index) => !Entries[index]?.EventId));
      }
      return refused;
    },
  };
}
export type Bus = ReturnType<typeof eventBridgeBus>;
