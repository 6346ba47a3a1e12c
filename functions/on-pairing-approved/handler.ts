import { PairingApproved } from '../../events/pairing-approved.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { propose } from './propose.ts';

export const handler = onEvent([PairingApproved], environment, (env) => ({ table: openTable(env.TABLE) }), propose);
