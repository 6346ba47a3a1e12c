import { LettersResumed } from '../../events/letters-resumed.ts';
import { MomentDue } from '../../events/moment-due.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { open } from './open.ts';
import { resume } from './resume.ts';

export const handler = onEvent(
  [MomentDue, LettersResumed],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  (event, needs, trigger) =>
    event.detailType === LettersResumed.detailType ? resume(event, needs, trigger) : open(event, needs, trigger),
);
