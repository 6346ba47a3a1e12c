import * as z from 'zod/mini';

/** Who may get mail from this stage. Only prod and the local stage write to everyone. */
export const MailMode = z.union([
  z.literal('everyone'),
  z.object({ only: z.array(z.string()) }),
  z.object({ redirectTo: z.string() }),
]);
export type MailMode = z.infer<typeof MailMode>;

export const readMailMode = (text: string): MailMode => z.parse(MailMode, JSON.parse(text));

/** The address that a letter to `address` goes to, or `undefined` where it may not go out at all. */
export function routed(mode: MailMode, address: string): string | undefined {
  if (mode === 'everyone') return address;
  if ('redirectTo' in mode) return mode.redirectTo;
  return mode.only.some((allowed) => allowed.toLowerCase() === address.toLowerCase()) ? address : undefined;
}
