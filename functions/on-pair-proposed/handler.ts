import { PairProposed } from '../../events/pair-proposed.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { form } from './form.ts';

export const handler = onEvent([PairProposed], environment, (env) => ({ table: openTable(env.TABLE) }), form);
