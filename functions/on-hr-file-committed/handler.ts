import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { importFile } from './import-file.ts';

export const handler = onEvent(
  [HrFileCommitted],
  environment,
  (env) => ({ table: openTable(env.TABLE), keys: openKeys(env.KEYS_TABLE) }),
  importFile,
);
