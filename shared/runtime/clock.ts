import type { Instant } from '../../events/define.ts';

/** The only clock: whole milliseconds in UTC. */
export const now = (): Instant => new Date().toISOString();
