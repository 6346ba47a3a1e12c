import { onCall } from '../../shared/runtime/on-call.ts';
import { openKeyRing, openTable } from '../../shared/runtime/open.dynamodb.ts';
import { randomSecret } from '../../shared/runtime/random.ts';
import { environment } from './environment.ts';
import { RotateRequest, rotate } from './rotate.ts';

export const handler = onCall(
  RotateRequest,
  environment,
  (env) => ({ ring: openKeyRing(env.KEYS_TABLE), table: openTable(env.TABLE), secret: randomSecret }),
  rotate,
);
