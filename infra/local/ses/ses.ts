import { createHash } from 'node:crypto';
import { ServiceError } from '../service-error.ts';
import type { Identities } from './identities.ts';
import { type OutgoingMessage, type RawSend, readMessage, stampMessage } from './message.ts';
import { startPace } from './pace.ts';

/** A message that SES accepted; `raw` as it left SES. */
export interface AcceptedMessage {
  messageId: string;
  raw: string;
  source: string;
  destinations: string[];
  tags: Record<string, string>;
  configurationSet: string | undefined;
  at: string;
}

export interface Quota {
  /** Messages in 24 hours */
  Max24HourSend: number;
  /** Messages a second */
  MaxSendRate: number;
}

/** SES, version 1 of its API, as far as raw messages go. */
export interface Ses {
  read(send: RawSend): OutgoingMessage;
  /** The ARNs that a caller needs permission for. @throws MessageRejected, ConfigurationSetDoesNotExist */
  resources(message: OutgoingMessage): string[];
  /** Accepts the message and answers its id. @throws Throttling */
  send(message: OutgoingMessage): string;
  quota(): Quota & { SentLast24Hours: number };
  setQuota(quota: Partial<Quota>): void;
  accepted(): readonly AcceptedMessage[];
  /** A new day, with this mail sent before it. */
  clear(seed: string | undefined, mail?: readonly AcceptedMessage[]): void;
}

export interface SesNeeds {
  identities: Identities;
  region: string;
  now(): number;
  onAccepted(message: AcceptedMessage, outgoing: OutgoingMessage): void;
  /** How the account stands just now. */
  account?(): AccountStanding;
}

/** `sandbox`: to the mailbox simulator and to `verified` only; `unverified`: our sender is not known (yet). */
export interface AccountStanding {
  mode: 'production' | 'sandbox' | 'paused' | 'unverified';
  verified: readonly string[];
}

/** @throws AccountSendingPausedException, MessageRejected in SES's words */
function refuseBy(standing: AccountStanding | undefined, { source, destinations }: OutgoingMessage, region: string) {
  if (!standing || standing.mode === 'production') return;
  if (standing.mode === 'paused') {
    throw new ServiceError(
      'AccountSendingPausedException',
      'Email sending is disabled for your entire Amazon SES account.',
    );
  }
  const known = (address: string) =>
    address.endsWith('@simulator.amazonses.com') ||
    standing.verified.some((one) => one === address || address.endsWith(`@${one}`));
  const failed = standing.mode === 'unverified' ? [source] : destinations.filter((address) => !known(address));
  if (failed.length === 0) return;
  throw new ServiceError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${failed.join(', ')}`,
  );
}

/** A new production account's limits. */
const usualQuota: Quota = { Max24HourSend: 50_000, MaxSendRate: 14 };

export function startSes({ identities, region, now, onAccepted, account }: SesNeeds): Ses {
  let accepted: AcceptedMessage[] = [];
  let limits = usualQuota;
  let pace = startPace();
  let seed: string | undefined;

  const newId = () => {
    const hex = createHash('sha256')
      .update(`${seed ?? 'live'}/${accepted.length}/${now()}`)
      .digest('hex');
    return `0107${hex.slice(0, 12)}-${hex.slice(12, 20)}-${hex.slice(20, 24)}-${hex.slice(24, 28)}-${hex.slice(28, 32)}-${hex.slice(32, 44)}-000000`;
  };

  return {
    read: readMessage,
    resources: (message) => identities.resources(message),
    send(message) {
      refuseBy(account?.(), message, region);
      const refused = pace.refuse(now(), limits);
      if (refused !== undefined) throw new ServiceError('Throttling', refused);
      const messageId = newId();
      const one: AcceptedMessage = {
        messageId,
        raw: stampMessage(message.raw, messageId, new Date(now()), region),
        source: message.source,
        destinations: message.destinations,
        tags: message.tags,
        configurationSet: message.configurationSet,
        at: new Date(now()).toISOString(),
      };
      accepted.push(one);
      onAccepted(one, message);
      return messageId;
    },
    quota: () => ({ ...limits, SentLast24Hours: pace.sentLastDay(now()) }),
    setQuota(changes) {
      limits = { ...limits, ...changes };
    },
    accepted: () => accepted,
    clear(next, mail = []) {
      accepted = [...mail];
      limits = usualQuota;
      pace = startPace();
      seed = next;
    },
  };
}
