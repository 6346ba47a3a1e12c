import { PairingRequested } from '../../events/pairing-requested.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { run } from './run.ts';

export const handler = onEvent([PairingRequested], environment, (env) => ({ table: openTable(env.TABLE) }), run);
