import { SubmissionReceived } from '../../events/submission-received.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { enrol } from './enrol.ts';
import { environment } from './environment.ts';

export const handler = onEvent(
  [SubmissionReceived],
  environment,
  (env) => ({ table: openTable(env.TABLE), keys: openKeys(env.KEYS_TABLE) }),
  enrol,
);
