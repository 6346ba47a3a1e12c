import type { ProviderName } from '../../../shared/source/source.ts';

/** 256 bits, in the notation of Standard Webhooks; the others take it as it stands. Nothing in it needs escaping in an address. */
export const freshSecret = (bytes: Uint8Array): string => `whsec_${Buffer.from(bytes).toString('base64')}`;

const standard = new Set<ProviderName>(['formbricks', 'standard', 'google']);

/** Whether a secret that a provider gave can prove anything. */
export function usableSecret(secret: string, provider: ProviderName): boolean {
  if (!/^[\x21-\x7e]{24,200}$/.test(secret)) return false;
  return (
    !standard.has(provider) || /^(whsec_)?(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret)
  );
}
