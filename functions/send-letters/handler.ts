import { calendarPart, type Invitation } from '../../shared/letter/invitation.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { readMailMode } from '../../shared/letter/mail-mode.ts';
import { sesMailer } from '../../shared/letter/mailer.ses.ts';
import { dynamoRate } from '../../shared/letter/rate.dynamodb.ts';
import { compose } from '../../shared/letter/render/compose.ts';
import { writeSample } from '../../shared/letter/sample/write.ts';
import { type Part, writeLetter } from '../../shared/letter/write.ts';
import type { Linker } from '../../shared/letter/writing.ts';
import { replyAddresses } from '../../shared/reply/make.ts';
import { now } from '../../shared/runtime/clock.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { onQueue } from '../../shared/runtime/on-queue.ts';
import { dynamoDb, openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { pause } from '../../shared/runtime/pause.ts';
import { makeLink, makePreview } from '../../shared/token/open-link.ts';
import { environment } from './environment.ts';
import { read } from './read.ts';
import { send } from './send.ts';

export const handler = onQueue(
  environment,
  (env) => {
    const table = openTable(env.TABLE);
    const keys = openKeys(env.KEYS_TABLE);
    const origin = env.WEB_ORIGIN;
    const link: Linker = (type, claims, expires) => makeLink(keys, origin, type, claims, expires);
    const preview: Linker = (type, claims, expires) => makePreview(keys, origin, type, claims, expires);
    const replyAddress = replyAddresses(keys, env.INBOUND_DOMAIN);
    const calendar = ({ from, ...about }: Omit<Invitation, 'organizer'> & { readonly from: string }) =>
      calendarPart({ ...about, organizer: { name: from, address: env.MAIL_FROM } });
    const writing = { origin, banner: env.MAIL_BANNER || null, draw: compose, link, preview };
    return {
      table,
      mailer: sesMailer(env.CONFIGURATION_SET),
      rate: dynamoRate(env.TABLE, dynamoDb()),
      mode: readMailMode(env.MAIL_MODE),
      rateShare: Number(env.MAIL_RATE_SHARE),
      mailFrom: env.MAIL_FROM,
      read: (letter: Letter) => read(letter, { table, identity: keys.identity, firstAdmin: env.FIRST_ADMIN }),
      write: ({ letter, material }: Part, others: readonly Part[]) =>
        letter.kind === 'sample'
          ? writeSample(letter, material, writing)
          : writeLetter(letter, material, { ...writing, replyAddress, calendar }, others),
      now,
      pause,
      warn: (what: string, details: Record<string, string>) => logger.warn(what, details),
    };
  },
  send,
);
