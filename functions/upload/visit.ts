import type { CohortVisit as AnyCohortVisit } from '../../shared/desk/cohort-visit.ts';
import type { Needs } from '../../shared/desk/needs.ts';

export type CohortVisit = AnyCohortVisit<Needs>;
