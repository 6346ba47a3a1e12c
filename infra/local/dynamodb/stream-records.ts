import type { DynamoDBRecord } from 'aws-lambda';
import { type Item, itemBytes, same } from './item.ts';
import type { Change } from './store.ts';
import type { Place } from './table.ts';

/** Numbers the changes of all tables and writes them down as Lambda gets them. */
export class StreamRecords {
  readonly #place: Place;
  #sequence = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  restart(): void {
    this.#sequence = 0;
  }

  /** In the order of the changes, by table. A write that changed nothing has no record, as on AWS. */
  from(changes: Change[], now: number, expired: boolean): Map<string, DynamoDBRecord[]> {
    const records = new Map<string, DynamoDBRecord[]>();
    for (const change of changes) {
      if (change.table.viewType === undefined || same(change.before, change.after)) continue;
      const list = records.get(change.table.name) ?? [];
      list.push(this.#record(change, now, expired));
      records.set(change.table.name, list);
    }
    return records;
  }

  #record({ table, before, after }: Change, now: number, expired: boolean): DynamoDBRecord {
    this.#sequence += 1;
    const image = after ?? before ?? {};
    const withNew = table.viewType === 'NEW_IMAGE' || table.viewType === 'NEW_AND_OLD_IMAGES';
    const withOld = table.viewType === 'OLD_IMAGE' || table.viewType === 'NEW_AND_OLD_IMAGES';
    const keys: Item = {};
    for (const { AttributeName: name } of table.description.KeySchema) {
      const value = image[name];
      if (value) keys[name] = value;
    }
    return {
      eventID: this.#sequence.toString(16).padStart(32, '0'),
      eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: this.#place.region,
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(now / 1000),
        Keys: keys,
        ...(withNew && after && { NewImage: after }),
        ...(withOld && before && { OldImage: before }),
        // Of equal length, so that their order as text is their order.
        SequenceNumber: `1${String(this.#sequence).padStart(20, '0')}`,
        SizeBytes:
          itemBytes(keys) + (withNew && after ? itemBytes(after) : 0) + (withOld && before ? itemBytes(before) : 0),
        StreamViewType: table.viewType,
      },
      eventSourceARN: table.streamArn,
      ...(expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
    };
  }
}
