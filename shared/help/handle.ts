import type { Instant } from '../../events/define.ts';
import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { type Help, helpStates } from './help.ts';

/** The contact takes a request on, and closes it after the call. */
export function handle(help: Help, move: 'take' | 'close', at: Instant): Step<Help> {
  const state = helpStates.next(help.state, move);
  if (!state) return { refused: `already ${help.state}` };
  const rest = unnumbered(help);
  return { to: { ...rest, state, ...(move === 'take' ? { takenAt: at } : { closedAt: at }) } };
}

/** Not counted, but remembered: only a page rendered some seconds later counts. */
export const suspectedHelp = (help: Help, at: Instant): Step<Help> => ({ to: { ...unnumbered(help), suspectAt: at } });
