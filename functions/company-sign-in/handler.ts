import { logger } from '../../shared/runtime/logger.ts';
import { onRequest } from '../../shared/runtime/on-request.ts';
import { openCompanySecret, openKeys, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { randomId } from '../../shared/runtime/random.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';
import { companyProvider } from './provider.http.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    table: openTable(env.TABLE),
    keys: openKeys(env.KEYS_TABLE),
    randomId,
    stage: env.STAGE,
    origin: env.WEB_ORIGIN,
    firstAdmin: env.FIRST_ADMIN.trim().toLowerCase(),
    companySignIn: true,
    provider: companyProvider({
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      secret: openCompanySecret(env.KEYS_TABLE).read,
      returnTo: `${env.WEB_ORIGIN}/desk/company-sign-in/return`,
    }),
    warn: (what: string, why: string) => logger.warn(what, { why }),
  }),
  answer,
);
