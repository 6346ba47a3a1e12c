import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Call } from './provider.ts';

/** Takes the same time wherever the two differ, and whatever their length. */
export const sameSecret = (given: string, secret: string): boolean => timingSafeEqual(hashed(given), hashed(secret));
const hashed = (text: string) => createHash('sha256').update(text).digest();

export const hmacBase64 = (bytes: Uint8Array, secret: string): string =>
  createHmac('sha256', secret).update(bytes).digest('base64');

const secondsOff = 5 * 60;
/** A list of signatures is for a change of secrets; nobody has more than a few. */
const mostSignatures = 8;

/**
 * Standard Webhooks: the library signs what should have been sent, by the clock that we are given (its own check asks the
 * machine's), and every signature of the list is compared.
 */
export function standardWebhook({ headers, bytes, at }: Call, secret: string): boolean {
  const id = headers['webhook-id'] ?? '';
  const stamp = headers['webhook-timestamp'] ?? '';
  const given = (headers['webhook-signature'] ?? '').split(' ').slice(0, mostSignatures);
  if (id === '' || !/^\d{1,12}$/.test(stamp)) return false;
  const seconds = Number(stamp);
  if (Math.abs(Date.parse(at) / 1000 - seconds) > secondsOff) return false;
  const expected = new Webhook(secret).sign(id, new Date(seconds * 1000), Buffer.from(bytes));
  return given.map((each) => sameSecret(each, expected)).includes(true);
}
