import { onRequest } from '../../shared/runtime/on-request.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { consent } from './consent.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({ table: openTable(env.TABLE), keys: openKeys(env.KEYS_TABLE), stage: env.STAGE }),
  consent,
);
