import type { AttributeValue } from 'aws-lambda';

/** An item of DynamoDB's JSON protocol; binary values are base64. */
export type Item = Record<string, AttributeValue>;

const sets = new Set(['SS', 'NS', 'BS']);

/** Whether two items (or any values of the JSON protocol) are the same to DynamoDB, which keeps no order in sets. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => same(value, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [left, right] = [a[name], b[name]];
    if (sets.has(name) && Array.isArray(left) && Array.isArray(right)) {
      return left.length === right.length && left.every((member) => right.includes(member));
    }
    return same(left, right);
  });
}

/**
 * Size of an item in bytes, as AWS counts it (developer guide, "DynamoDB item sizes and formats"). Numbers are taken as
 * long as their digits, which is at most what AWS takes. dynalite counts characters, which is kinder than AWS.
 */
export function itemBytes(item: Item): number {
  let bytes = 0;
  for (const name in item) bytes += Buffer.byteLength(name) + valueBytes(item[name]);
  return bytes;
}

function valueBytes(value: AttributeValue | undefined): number {
  if (value === undefined) return 0;
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  if (value.L !== undefined) return 3 + value.L.length + total(value.L, valueBytes);
  if (value.SS !== undefined) return total(value.SS, Buffer.byteLength);
  if (value.NS !== undefined) return total(value.NS, numberBytes);
  if (value.BS !== undefined) return total(value.BS, (member) => Buffer.byteLength(member, 'base64'));
  return 1;
}

const numberBytes = (digits: string): number => Math.min(21, Math.ceil(digits.length / 2) + 1);

function total<T>(values: T[], size: (value: T) => number): number {
  return values.reduce((sum, value) => sum + size(value), 0);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** For what dynalite has checked already: an object there is an item. */
export function isItem(value: unknown): value is Item {
  return isRecord(value);
}
