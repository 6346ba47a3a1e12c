import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { readClock } from '../clock/clock.ts';

/**
 * Puts the stage's clock under `Date` and hands every wait of our own code (`setTimeout` of `node:timers/promises`) to the
 * stage. The global timers stay real: the SDK's retries and socket time-outs live on them.
 */
export function replaceTime(clock: SharedArrayBuffer, pause: (id: number, milliseconds: number) => void) {
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = readClock(clock);
  const StageDate = new Proxy(RealDate, {
    construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, self) => (name === 'now' ? now : Reflect.get(target, name, self)),
  });
  RealDate.prototype.constructor = StageDate;
  globalThis.Date = StageDate;

  let began = { real: realNow(), stage: now() };
  let pausedReal = 0;
  let pausedStage = 0;
  let last = 0;
  const waiting = new Map<number, () => void>();

  const wait = <T>(milliseconds = 1, value?: T, options: { signal?: AbortSignal } = {}): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const from = { real: realNow(), stage: now() };
      waiting.set(id, () => {
        pausedReal += realNow() - from.real;
        pausedStage += now() - from.stage;
        resolve(value);
      });
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason), { once: true });
      pause(id, milliseconds);
    });
  Object.assign(timers, { setTimeout: wait });
  syncBuiltinESMExports();

  return {
    begin() {
      began = { real: realNow(), stage: now() };
      pausedReal = 0;
      pausedStage = 0;
    },
    /** Real milliseconds of work plus the stage's milliseconds of waiting: what Lambda would count against the time-out. */
    elapsed: () => realNow() - began.real - pausedReal + pausedStage,
    resume(id: number) {
      waiting.get(id)?.();
      waiting.delete(id);
    },
  };
}
