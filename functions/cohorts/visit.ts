import type { CohortVisit as AnyCohortVisit } from '../../shared/desk/cohort-visit.ts';
import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';
import type { MemberVisit as AnyMemberVisit } from '../../shared/desk/visit.ts';

/** What these pages work with beyond what every room does; the handler wires it. */
export interface Needs extends EveryRoom {
  readonly randomBytes: (length: number) => Uint8Array;
  /** What links begin with. */
  readonly origin: string;
  /** Shown at the top of every letter; empty in production. */
  readonly banner: string;
}

export type MemberVisit = AnyMemberVisit<Needs>;
export type CohortVisit = AnyCohortVisit<Needs>;
