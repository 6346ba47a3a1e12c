import { onRequest } from '../../shared/runtime/on-request.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { answer } from './me.ts';

export const handler = onRequest(
  environment,
  (env) => ({ table: openTable(env.TABLE), keys: openKeys(env.KEYS_TABLE), stage: env.STAGE }),
  answer,
);
