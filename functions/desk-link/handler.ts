import { onCall } from '../../shared/runtime/on-call.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { randomId } from '../../shared/runtime/random.ts';
import { environment } from './environment.ts';
import { DeskLinkRequest, makeDeskLink } from './link.ts';

export const handler = onCall(
  DeskLinkRequest,
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    origin: env.WEB_ORIGIN,
    firstAdmin: env.FIRST_ADMIN,
    randomId,
  }),
  makeDeskLink,
);
