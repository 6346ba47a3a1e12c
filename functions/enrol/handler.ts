import { onRequest } from '../../shared/runtime/on-request.ts';
import { openKeys, openPosts, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { randomBytes } from '../../shared/runtime/random.ts';
import { enrol } from './enrol.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    posts: openPosts(env.TABLE),
    stage: env.STAGE,
    randomBytes,
  }),
  enrol,
);
