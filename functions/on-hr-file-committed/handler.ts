import { HrFileCommitted } from '../../events/hr-file-committed.ts';
import { HrFileUndone } from '../../events/hr-file-undone.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { importFile } from './import-file.ts';
import { undoFile } from './undo-file.ts';

export const handler = onEvent(
  [HrFileCommitted, HrFileUndone],
  environment,
  (env) => ({ table: openTable(env.TABLE), keys: openKeys(env.KEYS_TABLE) }),
  async (event, needs, trigger) =>
    event.detailType === HrFileUndone.detailType ? undoFile(event, needs, trigger) : importFile(event, needs, trigger),
);
