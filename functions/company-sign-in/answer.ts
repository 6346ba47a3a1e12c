import { answerBy } from '../../shared/desk/answer.ts';
import type { Route } from '../../shared/desk/routes.ts';
import { begin } from './begin.ts';
import { comeBack, comeIn } from './come-back.ts';
import type { Needs } from './needs.ts';

const path = '/desk/company-sign-in';

/** Doors alone: whoever comes here is not signed in yet. */
export const routes: readonly Route<Needs>[] = [
  { method: 'GET', path, door: begin },
  { method: 'GET', path: `${path}/return`, door: comeBack },
  { method: 'POST', path: `${path}/return`, door: comeIn },
];

export const answer = answerBy(routes);
