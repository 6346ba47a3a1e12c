import * as z from 'zod/mini';

/** What company-sign-in must be told. */
export const environment = z.object({
  STAGE: z.string(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  TABLE: z.string(),
  KEYS_TABLE: z.string(),
  WEB_ORIGIN: z.string(),
  FIRST_ADMIN: z.string(),
  /** Of the company's OpenID provider, as its discovery document names it. */
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().check(z.minLength(1)),
});
export type Environment = z.infer<typeof environment>;
