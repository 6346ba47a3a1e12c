import { PairBlocked } from '../../events/pair-blocked.ts';
import { PairUnblocked } from '../../events/pair-unblocked.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent(
  [PairBlocked, PairUnblocked],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  react,
);
