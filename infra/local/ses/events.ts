import { z } from 'zod';
import type { FaultsNow } from '../faults/faults.ts';
import type { Assembly } from '../template/load.ts';
import type { OutgoingMessage } from './message.ts';
import type { AcceptedMessage } from './ses.ts';

/** What SES tells the default bus about a message. */
export interface SesEvent {
  source: 'aws.ses';
  detailType: string;
  resources: string[];
  detail: Record<string, unknown>;
}

const Destination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.union([z.boolean(), z.stringbool()]).default(false),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }),
  }),
});

const detailTypes = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
} as const;
type EventType = keyof typeof detailTypes;

/**
 * The events of a message, as the configuration set of the template asks for them. The inbox of an address answers as the
 * mailbox simulator does (`bounce@simulator.amazonses.com`), or as a test has arranged.
 */
export function sesEvents(assembly: Assembly, faults: FaultsNow) {
  const { region, accountId } = assembly;
  const wanted = new Map<string, Set<string>>();
  for (const { type, properties } of assembly.resources) {
    if (type !== 'AWS::SES::ConfigurationSetEventDestination') continue;
    const { ConfigurationSetName, EventDestination } = Destination.parse(properties);
    const types = EventDestination.Enabled ? EventDestination.MatchingEventTypes : [];
    wanted.set(ConfigurationSetName, new Set(types.map((name) => name.toLowerCase())));
  }

  return (message: AcceptedMessage, outgoing: OutgoingMessage): SesEvent[] => {
    const set = message.configurationSet;
    const types = set === undefined ? undefined : wanted.get(set);
    if (!types) return [];
    const mail = mailOf(message, outgoing, { region, accountId });
    const event = (type: EventType, about: object): SesEvent => ({
      source: 'aws.ses',
      detailType: detailTypes[type],
      resources: [`arn:aws:ses:${region}:${accountId}:configuration-set/${set}`],
      detail: { eventType: type, mail, [type.toLowerCase()]: about },
    });
    const all = [
      event('Send', {}),
      ...message.destinations.flatMap((address) =>
        reactions(address, message, faults).map(([type, about]) => event(type, about)),
      ),
    ];
    const told = all.filter(({ detail }) => {
      const type = String(detail.eventType);
      return types.has(type.toLowerCase()) && !faults.ses.lose.includes(type);
    });
    return told.flatMap((one) => Array.from({ length: faults.ses.copies }, () => one));
  };
}

function reactions(address: string, { at, messageId }: AcceptedMessage, faults: FaultsNow): [EventType, object][] {
  const delivery: [EventType, object] = [
    'Delivery',
    {
      timestamp: at,
      processingTimeMillis: 500,
      recipients: [address],
      smtpResponse: '250 2.6.0 Message received',
      remoteMtaIp: '127.0.0.1',
      reportingMTA: 'local.smtp-out.amazonses.com',
    },
  ];
  const bounce = (bounceSubType: string): [EventType, object] => [
    'Bounce',
    {
      feedbackId: `${messageId}-bounce`,
      bounceType: 'Permanent',
      bounceSubType,
      bouncedRecipients: [
        { emailAddress: address, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ],
      timestamp: at,
      reportingMTA: 'dns; local.smtp-out.amazonses.com',
    },
  ];
  const complaint: [EventType, object] = [
    'Complaint',
    {
      feedbackId: `${messageId}-complaint`,
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: address }],
      timestamp: at,
      userAgent: 'Amazon SES Mailbox Simulator',
      complaintFeedbackType: 'abuse',
      arrivalDate: at,
    },
  ];
  switch (faults.recipients.get(address.toLowerCase()) ?? simulated(address)) {
    case 'bounce':
      return [bounce('General')];
    case 'suppressionlist':
      return [bounce('Suppressed')];
    case 'complaint':
      return [delivery, complaint];
    case 'silence':
      return [];
    default:
      return [delivery];
  }
}

const simulated = (address: string) =>
  /^([a-z]+)(\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();

function mailOf(
  message: AcceptedMessage,
  { from, headers }: OutgoingMessage,
  { region, accountId }: { region: string; accountId: string },
) {
  const header = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    timestamp: message.at,
    source: message.source,
    sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${domain}`,
    sendingAccountId: accountId,
    messageId: message.messageId,
    destination: message.destinations,
    headersTruncated: false,
    headers,
    commonHeaders: {
      from: [header('from') ?? from],
      to: message.destinations,
      messageId: message.messageId,
      subject: header('subject') ?? '',
    },
    tags: {
      'ses:operation': ['SendRawEmail'],
      'ses:configuration-set': [message.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(Object.entries(message.tags).map(([name, value]) => [name, [value]])),
    },
  };
}
