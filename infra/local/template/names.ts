import { createHash } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Letters and digits that look random but are the same at every start, so that a local table keeps its name. */
export function stableId(seed: string, length: number): string {
  const digest = createHash('sha512').update(seed).digest();
  return Array.from({ length }, (_, index) => alphabet[(digest[index] ?? 0) % alphabet.length]).join('');
}

/** A UUID with the same property. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The name that CloudFormation makes up for a resource without one: stack, logical id, twelve characters, cut to the service's limit. */
export function generatedName(stack: string, logicalId: string, maximum: number): string {
  const suffix = stableId(`${stack}/${logicalId}`, 12);
  const room = maximum - suffix.length - 1;
  const stem = `${stack}-${logicalId}`;
  if (stem.length <= room) return `${stem}-${suffix}`;
  const half = Math.floor((room - 1) / 2);
  return `${stack.slice(0, half)}-${logicalId.slice(0, room - 1 - Math.min(half, stack.length))}-${suffix}`;
}
