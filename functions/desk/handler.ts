import { onRequest } from '../../shared/runtime/on-request.ts';
import { openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { randomId } from '../../shared/runtime/random.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    randomId,
    stage: env.STAGE,
    origin: env.WEB_ORIGIN,
    firstAdmin: env.FIRST_ADMIN.trim().toLowerCase(),
    companySignIn: env.COMPANY_SIGN_IN === 'yes',
  }),
  answer,
);
