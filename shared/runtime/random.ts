/** The only source of randomness: 80 bits, in lower-case base 32. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function randomId(): string {
  return [...process.getBuiltinModule('node:crypto').randomBytes(16)].map((byte) => alphabet[byte & 31]).join('');
}

/** 256 bits. */
export const randomSecret = (): Uint8Array => randomBytes(32);

export const randomBytes = (length: number): Uint8Array =>
  new Uint8Array(process.getBuiltinModule('node:crypto').randomBytes(length));
