import { openKeys, openTable } from '../runtime/open.dynamodb.ts';
import { randomId } from '../runtime/random.ts';
import type { Needs } from './needs.ts';
import type { DeskSettings } from './settings.ts';

/** What every room of the desk works with, from what its function is told. */
export const openDesk = (env: DeskSettings): Needs => ({
  table: openTable(env.TABLE),
  keys: openKeys(env.KEYS_TABLE),
  randomId,
  stage: env.STAGE,
  firstAdmin: env.FIRST_ADMIN.trim().toLowerCase(),
  companySignIn: env.COMPANY_SIGN_IN === 'yes',
});
