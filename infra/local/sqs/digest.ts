import { createHash } from 'node:crypto';
import type { MessageAttribute } from './message.ts';

/** The SDK compares this digest with its own and throws where they differ. */
export const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

/** SQS digests attributes by name order: each of name, type and value behind its length, a transport byte before the value. */
export function md5OfAttributes(attributes: Record<string, MessageAttribute>): string {
  const parts = Object.keys(attributes)
    .sort()
    .flatMap((name) => {
      const { DataType = '', StringValue, BinaryValue } = attributes[name] ?? {};
      const isBinary = DataType.startsWith('Binary');
      const value = isBinary ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue ?? '');
      return [
        ...sized(Buffer.from(name)),
        ...sized(Buffer.from(DataType)),
        Buffer.of(isBinary ? 2 : 1),
        ...sized(value),
      ];
    });
  return md5(Buffer.concat(parts));
}

function sized(data: Buffer): Buffer[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return [length, data];
}
