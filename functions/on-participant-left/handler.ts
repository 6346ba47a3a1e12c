import { ParticipantLeft } from '../../events/participant-left.ts';
import { ParticipantPaused } from '../../events/participant-paused.ts';
import { ParticipantResumed } from '../../events/participant-resumed.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent(
  [ParticipantLeft, ParticipantPaused, ParticipantResumed],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  react,
);
