import { ConfigRefused, type StageConfig } from '../config.ts';

/** Domains that are nobody's and never will be: RFC 2606. */
const reserved = /(^|[.@])(example\.(com|net|org)|example|invalid|localhost|test)$/i;

/**
 * Settings that still have the addresses of the template, by field. Whatever comes of them is lost: letters, the way into
 * the desk, alarms. Of several people to whom a stage may write one real one is enough; others may be invented.
 */
function placeholdersOf({ mail, inbound, firstAdmin, alarmsTo }: StageConfig): [field: string, address: string][] {
  const { to } = mail;
  const fields: [string, string[]][] = [
    ['mail.from', [mail.from]],
    ['mail.to.only', typeof to === 'object' && 'only' in to ? to.only : []],
    ['mail.to.redirectTo', typeof to === 'object' && 'redirectTo' in to ? [to.redirectTo] : []],
    ['inbound.domain', inbound === 'off' ? [] : [inbound.domain]],
    ['firstAdmin', [firstAdmin]],
    ['alarmsTo', alarmsTo === null ? [] : [alarmsTo]],
  ];
  return fields.flatMap(([field, addresses]): [string, string][] =>
    addresses.length > 0 && addresses.every((address) => reserved.test(address)) ? [[field, addresses.join(', ')]] : [],
  );
}

/** A template can be built with the addresses of the example; to deploy it makes no sense. @throws ConfigRefused */
export function mustBeReal(stage: string, config: StageConfig): void {
  const found = placeholdersOf(config);
  if (found.length === 0) return;
  throw new ConfigRefused(stage, [
    ...found.map(([field, address]) => `${field}: ${address} is an example; no mail ever arrives there (RFC 2606)`),
    'Write your own into a JSON file, and give it by --config (docs/operations.md, First deploy).',
  ]);
}
