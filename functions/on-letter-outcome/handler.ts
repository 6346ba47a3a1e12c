import { onServiceEvent } from '../../shared/runtime/on-service-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { LetterOutcome, react } from './react.ts';

export const handler = onServiceEvent(LetterOutcome, environment, (env) => ({ table: openTable(env.TABLE) }), react);
