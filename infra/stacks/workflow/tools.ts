import type { Construct } from 'constructs';
import { environment as deskLink } from '../../../functions/desk-link/environment.ts';
import { environment as rotateKeys } from '../../../functions/rotate-keys/environment.ts';
import { AppFunction } from '../../constructs/app-function.ts';
import type { House } from './house.ts';

/** What ops call by hand, with credentials of their own: nothing else may invoke it. */
export function tools(stack: Construct, { hall, give, table, keys }: House): void {
  new AppFunction(stack, 'desk-link', hall, {
    environment: give(deskLink),
    may: [table.read('desk'), table.commit('desk'), keys.tokens('sign-in'), keys.pepper()],
    ifItFails: 'HR cannot open the desk while mail is down',
  });
  new AppFunction(stack, 'rotate-keys', hall, {
    environment: give(rotateKeys),
    may: [table.read('cohorts'), ...keys.rotate()],
    ifItFails: 'keys of links get no successor, and expired ones stay',
  });
}
