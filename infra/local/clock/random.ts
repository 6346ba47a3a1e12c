/** A stream of numbers that is the same for the same seed (sfc32 over a cyrb128 hash of the seed). Never for secrets in earnest. */
export interface Random {
  /** 0 ≤ n < 1 */
  next(): number;
  fill(bytes: Uint8Array): void;
  /** One of the items; `undefined` of none. */
  pick<T>(items: readonly T[]): T | undefined;
}

export function seededRandom(seed: string): Random {
  let [a, b, c, d] = hash128(seed);
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 12; round++) word();
  const next = () => word() / 2 ** 32;
  return {
    next,
    fill(bytes) {
      for (let at = 0; at < bytes.length; at += 4) {
        const value = word();
        for (let shift = 0; shift < 4 && at + shift < bytes.length; shift++) bytes[at + shift] = value >>> (8 * shift);
      }
    },
    pick: (items) => items[Math.floor(next() * items.length)],
  };
}

function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}
