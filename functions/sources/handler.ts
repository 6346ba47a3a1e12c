import { openDesk } from '../../shared/desk/open.dynamodb.ts';
import { onRequest } from '../../shared/runtime/on-request.ts';
import { openSourceSecrets } from '../../shared/runtime/open.dynamodb.ts';
import { randomSecret } from '../../shared/runtime/random.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    ...openDesk(env),
    secrets: openSourceSecrets(env.KEYS_TABLE),
    randomSecret,
    origin: env.WEB_ORIGIN,
  }),
  answer,
);
