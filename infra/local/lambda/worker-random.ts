import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { type Random, seededRandom } from '../clock/random.ts';

/**
 * Replaces the sources of randomness that functions use. Until the first seed they stay truly random (a stage of real time
 * makes real keys); afterwards the same seed gives the same bytes, whichever warm worker runs.
 */
export function replaceRandomness(): (seed: string) => void {
  const real = { randomBytes: crypto.randomBytes, mathRandom: Math.random };
  let seed: string | undefined;
  let streams = new Map<string, Random>();

  // A stream for each source: the SDK draws a few more numbers on a cold start, and ours must not depend on that.
  const stream = (source: string): Random | undefined => {
    if (seed === undefined) return undefined;
    const random = streams.get(source) ?? seededRandom(`${seed}/${source}`);
    streams.set(source, random);
    return random;
  };
  const filler =
    (source: string) =>
    <T extends ArrayBufferView>(view: T): T => {
      const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
      const random = stream(source);
      if (random) random.fill(bytes);
      else bytes.set(real.randomBytes(bytes.length));
      return view;
    };
  const fill = filler('bytes');
  const fillValues = filler('values');
  const fillUuid = filler('uuid');
  const randomBytes = (size: number, callback?: (error: null, bytes: Buffer) => void) => {
    const bytes = fill(Buffer.alloc(size));
    if (callback) queueMicrotask(() => callback(null, bytes));
    return bytes;
  };
  const randomUUID = () => {
    const bytes = fillUuid(Buffer.alloc(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  const randomInt = (from: number, to?: number) => {
    const [low, high] = to === undefined ? [0, from] : [from, to];
    return low + Math.floor((fill(new Uint32Array(1))[0] ?? 0) / (2 ** 32 / (high - low)));
  };
  // Some of these are getters without a setter: only a new definition replaces them.
  const replace = (target: object, replacements: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(replacements)) {
      Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true });
    }
  };
  // `getRandomValues` of the module reads that of the global.
  replace(crypto, { randomBytes, randomUUID, randomInt, randomFillSync: fill });
  replace(globalThis.crypto, { randomUUID, getRandomValues: fillValues });
  Math.random = () => stream('math')?.next() ?? real.mathRandom();
  syncBuiltinESMExports();

  return (next) => {
    seed = next;
    streams = new Map();
  };
}
