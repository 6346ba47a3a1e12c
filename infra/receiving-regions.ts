/**
 * Regions whose SES receives mail: a part of those that send. Source: AWS General Reference, “Amazon Simple Email Service
 * endpoints and quotas”, table “Email receiving endpoints”, https://docs.aws.amazon.com/general/latest/gr/ses.html, as it
 * stood on this day (22 Regions; of those that send without receiving it lacked ap-south-2, ap-southeast-5, ca-west-1,
 * eu-central-2, me-central-1 and GovCloud).
 */
const asOf = '2026-10-09';
const receiving = [
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/**
 * Pure: why a stage in this Region cannot have replies by mail; undefined where it can. A Region that AWS has added since
 * is refused, too: to add it here is one line, and replies to where nobody listens would be lost.
 */
export function cannotReceiveIn(region: string): string | undefined {
  if (receiving.includes(region)) return undefined;
  return `inbound: SES receives no mail in ${region}, as far as was known on ${asOf}; say 'off', or choose one of ${receiving.join(', ')} (a newer one: add it to infra/receiving-regions.ts)`;
}
