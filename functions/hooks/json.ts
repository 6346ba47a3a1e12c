import type * as z from 'zod/mini';

/** A body as the JSON that a provider documents; `undefined` if it is not. */
export function readJson<T>(bytes: Uint8Array | string, shape: z.ZodMiniType<T>): T | undefined {
  try {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
