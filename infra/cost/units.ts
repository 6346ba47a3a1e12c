import * as z from 'zod';

/** What is paid for by the piece, by what it is counted in. */
export const unitNames = [
  'dynamodb write units',
  'dynamodb read units',
  'events',
  'schedules',
  'queue requests',
  'letters',
  'letter bytes',
  'object reads',
] as const;
export type UnitName = (typeof unitNames)[number];
export type Units = Partial<Record<UnitName, number>>;

const Attribute = z.record(z.string(), z.unknown());
const Item = z.record(z.string(), Attribute);
const Key = z.object({ Key: Item.optional(), Item: Item.optional() });
const Transaction = z.object({ TransactItems: z.array(z.record(z.string(), Key)) });
const Batch = z.object({ RequestItems: z.record(z.string(), z.array(z.record(z.string(), Key))) });
const Read = z.object({ ConsistentRead: z.boolean().optional() });
const Found = z.object({ Item: Item.optional(), Items: z.array(Item).optional() });
const FoundMany = z.object({ Responses: z.record(z.string(), z.array(Item)).optional() });
const Entries = z.object({ Entries: z.array(z.unknown()) });

/** DynamoDB's own measure is near the JSON of an item without the quotes; a tenth too much does no harm here. */
const sizeOf = (item: unknown) => Buffer.byteLength(JSON.stringify(item ?? {}));
const pieces = (bytes: number, size: number) => Math.max(1, Math.ceil(bytes / size));

/** A write of an item: its size in KB, twice in a transaction, and the entry of the due index, taken out and put in. */
function written({ Item: item, Key: key }: z.infer<typeof Key>, times: 1 | 2): number {
  const indexed = item && 'dueAt' in item ? 2 : 0;
  return times * pieces(sizeOf(item ?? key), 1_024) + indexed;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** Pure: what one answered call of an SDK is charged for, beside the invocation that made it. */
export function unitsOf(operation: string, request: string, answer: string): Units {
  const asked = () => JSON.parse(request);
  const answered = () => JSON.parse(answer);
  switch (operation) {
    case 'dynamodb:TransactWriteItems': {
      const items = Transaction.parse(asked()).TransactItems.flatMap((each) => Object.values(each));
      return { 'dynamodb write units': sum(items.map((item) => written(item, 2))) };
    }
    case 'dynamodb:PutItem':
    case 'dynamodb:UpdateItem':
    case 'dynamodb:DeleteItem':
      return { 'dynamodb write units': written(Key.parse(asked()), 1) };
    case 'dynamodb:BatchWriteItem': {
      const items = Object.values(Batch.parse(asked()).RequestItems).flatMap((list) => list.flatMap(Object.values));
      return { 'dynamodb write units': sum(items.map((item) => written(Key.parse(item), 1))) };
    }
    case 'dynamodb:GetItem':
    case 'dynamodb:Query': {
      const { Item: one, Items = one ? [one] : [] } = Found.parse(answered());
      const share = Read.parse(asked()).ConsistentRead ? 1 : 0.5;
      return { 'dynamodb read units': share * pieces(sum(Items.map(sizeOf)), 4_096) };
    }
    case 'dynamodb:BatchGetItem': {
      const items = Object.values(FoundMany.parse(answered()).Responses ?? {}).flat();
      return { 'dynamodb read units': sum(items.map((item) => pieces(sizeOf(item), 4_096))) };
    }
    case 'events:PutEvents':
      return { events: Entries.parse(asked()).Entries.length };
    case 'scheduler:CreateSchedule':
      return { schedules: 1 };
    case 'ses:SendRawEmail':
      return {
        letters: 1,
        'letter bytes': Math.round((new URLSearchParams(request).get('RawMessage.Data') ?? '').length * 0.75),
      };
    case 's3:GetObject':
      return { 'object reads': 1 };
    default:
      return operation.startsWith('sqs:') ? { 'queue requests': 1 } : {};
  }
}

export function add(to: Units, more: Units): void {
  for (const name of unitNames) {
    const count = more[name];
    if (count) to[name] = (to[name] ?? 0) + count;
  }
}
