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
}

/** A new production account's limits. */
const usualQuota: Quota = { Max24HourSend: 50_000, MaxSendRate: 14 };

export function startSes({ identities, region, now, onAccepted }: SesNeeds): Ses {
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
