import { randomUUID } from 'node:crypto';
import { seededRandom } from './clock/random.ts';
import type { Machinery } from './machinery.ts';

/** Ids of events and messages: random on a live stage, of the seed on one with a seed. */
export function idsOf({ seed }: Machinery) {
  let random = seededRandom('');
  const restart = () => {
    random = seededRandom(`${seed()}/ids`);
  };
  restart();
  const next = () => {
    if (seed() === undefined) return randomUUID();
    const bytes = Buffer.alloc(16);
    random.fill(bytes);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
  return { next, restart };
}
