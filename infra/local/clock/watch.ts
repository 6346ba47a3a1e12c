import type { DynamoDBRecord } from 'aws-lambda';
import type { Probe } from './probes.ts';

/** Follows a table's stream and knows from when on a probe's function has work: the earliest moment of all its items. */
export interface Watch {
  arrived(records: readonly DynamoDBRecord[]): void;
  earliest(): number | undefined;
  /** How many items are work at all. */
  count(): number;
  clear(): void;
}

export function startWatch(workFrom: NonNullable<Probe['workFrom']>): Watch {
  const moments = new Map<string, number>();
  return {
    arrived(records) {
      for (const { dynamodb } of records) {
        const key = JSON.stringify(dynamodb?.Keys);
        const at =
          dynamodb?.NewImage && workFrom(dynamodb.NewImage, (dynamodb.ApproximateCreationDateTime ?? 0) * 1000);
        if (at === undefined) moments.delete(key);
        else moments.set(key, at);
      }
    },
    earliest() {
      let least: number | undefined;
      for (const at of moments.values()) if (least === undefined || at < least) least = at;
      return least;
    },
    count: () => moments.size,
    clear: () => moments.clear(),
  };
}
