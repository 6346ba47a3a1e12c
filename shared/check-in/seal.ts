import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Sealed answers all have the same length, so that the length tells nothing. */
const padded = 512;

/**
 * AES-256-GCM: 12 bytes nonce, ciphertext of 512 padded bytes, 16 bytes tag, in base64. The check-in's id is bound in:
 * a sealed field cannot be moved to another check-in.
 */
export function seal(
  answers: Readonly<Record<string, string>>,
  key: Uint8Array,
  checkInId: string,
  nonce: Uint8Array,
): string {
  const plain = Buffer.alloc(padded, ' ');
  const text = JSON.stringify(answers);
  if (Buffer.byteLength(text) > padded) throw new Error('answers do not fit their sealed field');
  plain.write(text);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(checkInId));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

export function unseal(sealed: string, key: Uint8Array, checkInId: string): Record<string, string> {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(checkInId));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8'));
}
