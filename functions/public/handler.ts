import { onRequest } from '../../shared/runtime/on-request.ts';
import { environment } from './environment.ts';
import { answer } from './public.ts';

export const handler = onRequest(environment, (env) => ({ stage: env.STAGE }), answer);
