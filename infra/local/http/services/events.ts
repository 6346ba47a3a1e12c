import { z } from 'zod';
import type { PutEntry, PutResult } from '../../bus/bus.ts';
import type { Permissions } from '../permissions.ts';
import { jsonAnswer, jsonBody, type Service, targetOf, unknownOperation } from '../request.ts';

const answer = jsonAnswer('1.1');
const Entry = z.strictObject({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  Time: z.union([z.string(), z.number()]).optional(),
});
const PutEvents = z.strictObject({ Entries: z.array(Entry) });

export function eventsService(needs: {
  permissions: Permissions;
  busArn(nameOrArn: string | undefined): string;
  put(entries: PutEntry[]): PutResult[];
}): Service {
  return {
    operation(call) {
      const operation = targetOf(call);
      if (operation !== 'PutEvents') unknownOperation('events', operation);
      return {
        name: 'events:PutEvents',
        run() {
          const { Entries } = PutEvents.parse(jsonBody(call));
          for (const { EventBusName, Source, DetailType } of Entries) {
            needs.permissions.demand({
              principal: { role: call.role },
              action: 'events:PutEvents',
              resource: needs.busArn(EventBusName),
              context: { 'events:source': Source ?? '', 'events:detail-type': DetailType ?? '' },
            });
          }
          const results = needs.put(Entries.map(withoutGaps));
          return answer({
            FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
            Entries: results,
          });
        },
      };
    },
    error: ({ code, message, status }) => answer({ __type: code, message }, status),
  };
}

const withoutGaps = (entry: z.infer<typeof Entry>): PutEntry => JSON.parse(JSON.stringify(entry));
