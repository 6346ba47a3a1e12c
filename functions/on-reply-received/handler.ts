import { s3RawMail } from '../../shared/reply/raw-mail.s3.ts';
import { onServiceEvent } from '../../shared/runtime/on-service-event.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { ReplyReceived, react } from './react.ts';

export const handler = onServiceEvent(
  ReplyReceived,
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    rawMail: s3RawMail(env.RAW_MAIL_BUCKET),
    domain: env.INBOUND_DOMAIN,
    ourSender: env.MAIL_FROM,
  }),
  react,
);
