import { openDesk } from '../../shared/desk/open.dynamodb.ts';
import { onRequest } from '../../shared/runtime/on-request.ts';
import { randomBytes } from '../../shared/runtime/random.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    ...openDesk(env),
    randomBytes,
    origin: env.WEB_ORIGIN,
    banner: env.MAIL_BANNER,
  }),
  answer,
);
