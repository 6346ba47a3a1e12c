import { onHook } from '../../shared/runtime/on-hook.ts';
import { openKeys, openSourceSecrets, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { takeCall } from './take-call.ts';

export const handler = onHook(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    secrets: openSourceSecrets(env.KEYS_TABLE),
  }),
  takeCall,
);
