import { PairProposed } from '../../events/pair-proposed.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { ask } from './ask.ts';
import { environment } from './environment.ts';

export const handler = onEvent([PairProposed], environment, (env) => ({ table: openTable(env.TABLE) }), ask);
