import { s3RawMail } from '../../shared/reply/raw-mail.s3.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { onQueue } from '../../shared/runtime/on-queue.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { hear } from './hear.ts';

export const handler = onQueue(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    rawMail: s3RawMail(env.RAW_MAIL_BUCKET),
    domain: env.INBOUND_DOMAIN,
    ourSender: env.MAIL_FROM,
    tell: logger,
  }),
  hear,
);
