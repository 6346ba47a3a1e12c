import type { CohortVisit as AnyCohortVisit } from '../../shared/desk/cohort-visit.ts';
import type { MemberVisit as AnyMemberVisit, Visit as AnyVisit } from '../../shared/desk/visit.ts';
import type { Needs } from './needs.ts';

export type Visit = AnyVisit<Needs>;
export type MemberVisit = AnyMemberVisit<Needs>;
export type CohortVisit = AnyCohortVisit<Needs>;
