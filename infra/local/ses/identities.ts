import { ServiceError } from '../service-error.ts';
import type { Assembly } from '../template/load.ts';
import type { OutgoingMessage } from './message.ts';

/** Which senders and configuration sets the account has. */
export interface Identities {
  resources(message: Pick<OutgoingMessage, 'from' | 'configurationSet'>): string[];
}

/**
 * Of the template's own, and of those that the company is expected to have verified already (`verified`: domains or
 * addresses). SES checks the sender's identity and the configuration set, if one is named.
 */
export function identitiesOf(assembly: Assembly, verified: readonly string[]): Identities {
  const { region, accountId } = assembly;
  const named = (type: string) => assembly.resources.filter((resource) => resource.type === type);
  const known = new Set([...verified, ...named('AWS::SES::EmailIdentity').map(({ physicalId }) => physicalId)]);
  const sets = new Map(named('AWS::SES::ConfigurationSet').map(({ physicalId, arn }) => [physicalId, arn ?? '']));
  return {
    resources({ from, configurationSet }) {
      const identity = [from, domainOf(from)].find((one) => known.has(one));
      if (identity === undefined) {
        throw new ServiceError(
          'MessageRejected',
          `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${from}`,
        );
      }
      const sender = `arn:aws:ses:${region}:${accountId}:identity/${identity}`;
      if (configurationSet === undefined) return [sender];
      const set = sets.get(configurationSet);
      if (set === undefined) {
        throw new ServiceError(
          'ConfigurationSetDoesNotExist',
          `Configuration set <${configurationSet}> does not exist.`,
        );
      }
      return [sender, set];
    },
  };
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
