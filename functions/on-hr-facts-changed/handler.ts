import { HrFactsChanged } from '../../events/hr-facts-changed.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent([HrFactsChanged], environment, (env) => ({ table: openTable(env.TABLE) }), react);
