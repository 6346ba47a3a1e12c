import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';

/** What the pages of this function work with beyond what every room does; the handler wires it. */
export interface Needs extends EveryRoom {
  /** What links begin with. */
  readonly origin: string;
}
