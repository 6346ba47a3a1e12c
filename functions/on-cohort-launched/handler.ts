import { CohortLaunched } from '../../events/cohort-launched.ts';
import { LatecomersInvited } from '../../events/latecomers-invited.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent(
  [CohortLaunched, LatecomersInvited],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  react,
);
