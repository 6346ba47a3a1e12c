import { triggerAt } from '../../support/browser-without-browser.ts';
import { cohortId } from './sample.ts';

/** When the events of these tests come. */
export const trigger = triggerAt('2026-03-02T08:00:00.000Z');

/** An event of the sample cohort, as the function that hears it gets it. */
export const event = <T>(data: object) =>
  ({ eventId: '', occurredAt: trigger.at, correlationId: 'test', cohortId, ...data }) as T;
