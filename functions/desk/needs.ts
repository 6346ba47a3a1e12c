import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';

/** What the pages of this function work with beyond what every room does; the handler wires it. */
export interface Needs extends EveryRoom {
  readonly randomBytes: (length: number) => Uint8Array;
  /** What links begin with. */
  readonly origin: string;
  /** JSON, as the stage's config has it. */
  readonly mailMode: string;
  /** Shown at the top of every letter; empty in production. */
  readonly banner: string;
}
