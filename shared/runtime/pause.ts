/**
 * The only way to wait. Looked up at each call, because the local stage replaces the timer by its own clock.
 * A built-in is fetched this way and not imported: the import would load more of Node than a function needs.
 */
export const pause = (milliseconds: number): Promise<void> =>
  process.getBuiltinModule('node:timers/promises').setTimeout(milliseconds);

/** Exponential back-off with jitter, so that those who collided do not collide again. */
export const backOff = (attempt: number, { base = 2, most = 200 } = {}): Promise<void> =>
  pause(Math.min(base ** attempt, most) * (0.5 + Math.random() / 2));
