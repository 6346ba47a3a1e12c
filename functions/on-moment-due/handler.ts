import { MomentDue } from '../../events/moment-due.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { open } from './open.ts';

export const handler = onEvent([MomentDue], environment, (env) => ({ table: openTable(env.TABLE) }), open);
