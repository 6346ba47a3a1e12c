import { openDesk } from '../../shared/desk/open.dynamodb.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { onRequest } from '../../shared/runtime/on-request.ts';
import { openCompanySecret } from '../../shared/runtime/open.dynamodb.ts';
import { answer } from './answer.ts';
import { environment } from './environment.ts';
import { companyProvider } from './provider.http.ts';

export const handler = onRequest(
  environment,
  (env) => ({
    ...openDesk({ ...env, COMPANY_SIGN_IN: 'yes' }),
    origin: env.WEB_ORIGIN,
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
