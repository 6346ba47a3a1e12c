import { AssistantChanged } from '../../events/assistant-changed.ts';
import { SessionCancelled } from '../../events/session-cancelled.ts';
import { SessionPlanned } from '../../events/session-planned.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent(
  [SessionPlanned, SessionCancelled, AssistantChanged],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  react,
);
