import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../events/define.ts';
import { mostBytes } from './mail.ts';

/** The bucket into which SES puts what comes in: one object for each message, gone after a week. */
export function s3RawMail(bucket: string, client = new S3Client({})) {
  return {
    /** The beginning of a message, and when SES has put it there: that stays the same, however often it is told. */
    async read(key: string): Promise<{ raw: Uint8Array; at: Instant }> {
      const { Body, LastModified } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${mostBytes - 1}` }),
      );
      if (!Body || !LastModified) throw new Error('S3 answered without a message');
      return { raw: await Body.transformToByteArray(), at: LastModified.toISOString() };
    },
  };
}
export type RawMail = ReturnType<typeof s3RawMail>;
