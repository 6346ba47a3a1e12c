import { readEnvironment } from '../../shared/runtime/environment.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { openKeys } from '../../shared/runtime/open.dynamodb.ts';
import { randomSecret } from '../../shared/runtime/random.ts';
import { environment } from './environment.ts';
import { fill } from './fill.ts';
import { type CustomResourceRequest, respond } from './respond.http.ts';

const env = readEnvironment(environment);
const keys = openKeys(env.KEYS_TABLE);

/** CloudFormation's custom resource: fills the keys table. Answers success or failure and never a value. */
export async function handler(request: CustomResourceRequest): Promise<void> {
  try {
    if (request.RequestType !== 'Delete') await fill(keys, randomSecret);
    await respond(request, 'SUCCESS');
  } catch (error) {
    logger.error('the keys could not be made', error instanceof Error ? error : new Error(String(error)));
    await respond(request, 'FAILED', 'The keys could not be made; the log of this function says why.');
  }
}
