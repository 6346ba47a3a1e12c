import type { CohortVisit as AnyCohortVisit } from '../../shared/desk/cohort-visit.ts';
import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';
import type { MemberVisit as AnyMemberVisit } from '../../shared/desk/visit.ts';

/** What the launch works with beyond what every room does; the handler wires it. */
export interface Needs extends EveryRoom {
  /** What links begin with. */
  readonly origin: string;
  /** JSON, as the stage's config has it. */
  readonly mailMode: string;
  /** False: the pages have no address of the company, and letters to everyone would lead to one of AWS. */
  readonly mayLaunch: boolean;
  /** Shown at the top of every letter; empty in production. */
  readonly banner: string;
}

export type MemberVisit = AnyMemberVisit<Needs>;
export type CohortVisit = AnyCohortVisit<Needs>;
