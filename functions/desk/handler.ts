import { openDesk } from '../../shared/desk/open.dynamodb.ts';
import { onRequest } from '../../shared/runtime/on-request.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    ...openDesk(env),
    origin: env.WEB_ORIGIN,
  }),
  answer,
);
