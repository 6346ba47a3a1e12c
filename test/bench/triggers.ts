import { catalogue } from '../../events/catalogue.ts';
import { LetterDue } from '../../events/letter-due.ts';
import { MomentDue } from '../../events/moment-due.ts';

/** Whatever has the shape of a token: a page reads its keys before it can tell that this one is forged. */
const token = '1.e30.AAAAAAAAAAAAAAAAAAAAAA';

const get = (path: string, cookies: string[] = []) => ({
  version: '2.0',
  routeKey: `GET ${path}`,
  rawPath: path,
  rawQueryString: '',
  headers: { 'accept-language': 'de' },
  cookies,
  pathParameters: { token, proxy: path.replace('/desk/', '') },
  isBase64Encoded: false,
  requestContext: { requestId: 'bench', http: { method: 'GET', path } },
});

/** A page of the desk, asked for by somebody who seems to be signed in. */
const room = (path: string) => get(path, [`__Host-desk=${token}`]);

const stream = (image: Record<string, unknown>) => ({
  Records: [
    { eventName: 'INSERT', dynamodb: { SequenceNumber: '1', Keys: { pk: image.pk, sk: image.sk }, NewImage: image } },
  ],
});

const special: Record<string, (aws: string) => unknown> = {
  answer: () => get(`/answer/${token}`),
  confirm: () => get(`/confirm/${token}`),
  enrol: () => get(`/enrol/${token}`),
  help: () => get(`/help/${token}`),
  me: () => get(`/me/${token}`),
  cohorts: () => room('/desk/cohorts/coh_01jqa2b3c4d5/settings'),
  desk: () => room('/desk/cohorts/coh_01jqa2b3c4d5'),
  launch: () => room('/desk/cohorts/coh_01jqa2b3c4d5/launch'),
  people: () => room('/desk'),
  records: () => room('/desk/audit'),
  review: () => room('/desk/cohorts/coh_01jqa2b3c4d5/rules'),
  sources: () => room('/desk/cohorts/coh_01jqa2b3c4d5/sources'),
  staff: () => room('/desk/staff'),
  upload: () => room('/desk/cohorts/coh_01jqa2b3c4d5/upload'),
  'company-sign-in': () => room('/desk/company-sign-in/return'),
  consent: () => get(`/consent/${token}`),
  hooks: () => get('/hooks/src_01jqa2b3c4d5'),
  'desk-link': () => ({ address: environment.FIRST_ADMIN }),
  'rotate-keys': () => ({ families: [] }),
  public: () => get('/'),
  relay: () =>
    stream({
      pk: { S: 'outbox#0' },
      sk: { S: `${MomentDue.sample.occurredAt}#${MomentDue.sample.eventId}` },
      events: {
        L: [{ M: { detailType: { S: MomentDue.detailType }, detail: { M: strings({ ...MomentDue.sample }) } } }],
      },
    }),
  calendar: () =>
    stream({
      pk: { S: 'cohort#coh_01jqa2b3c4d5#0' },
      sk: { S: 'pair#pair_0a1b2c3d4e5f' },
      dueAt: { S: '2099-01-01T08:00:00.000Z' },
    }),
  sweep: () => ({}),
  redrive: () => ({}),
  'send-letters': () => ({
    Records: [
      { messageId: '1', body: JSON.stringify({ 'detail-type': LetterDue.detailType, detail: LetterDue.sample }) },
    ],
  }),
  'on-reply-received': () => ({ Records: [{ messageId: '1', body: JSON.stringify({ key: 'raw/1' }) }] }),
  'on-letter-outcome': () => ({
    type: 'Delivery',
    messageId: '1',
    letterId: LetterDue.sample.letterId,
    scope: LetterDue.sample.scope,
    bounceType: '',
    at: '2026-03-02T08:00:00.000Z',
  }),
  keys: (aws) => ({ RequestType: 'Create', ResponseURL: aws, StackId: 's', RequestId: 'r', LogicalResourceId: 'l' }),
};

const strings = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { S: String(value) }]));

/** What wakes this function and makes it read something. A reaction is woken by the golden sample of its event. */
export function triggerOf(name: string, aws: string): unknown {
  const own = special[name];
  if (own) return own(aws);
  const event = catalogue.find(({ detailType }) =>
    detailType.replaceAll('.', '-').startsWith(`${name.replace(/^on-/, '')}-v`),
  );
  if (!event) throw new Error(`the bench does not know what wakes ${name}`);
  return { 'detail-type': event.detailType, detail: event.sample };
}

/** Every variable that some function asks for. */
export const environment = {
  STAGE: 'bench',
  LOG_LEVEL: 'ERROR',
  POWERTOOLS_LOG_LEVEL: 'ERROR',
  TABLE: 'table',
  KEYS_TABLE: 'keys',
  BUS: 'bus',
  BUS_ARN: 'arn:aws:events:eu-central-1:000000000000:event-bus/bus',
  SCHEDULE_GROUP: 'group',
  SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/schedules',
  LETTERS_QUEUE_URL: 'http://127.0.0.1/letters',
  PARKED_QUEUE_URL: 'http://127.0.0.1/parked',
  LETTERS_FUNCTION: 'send-letters',
  REPLIES_FUNCTION: 'on-reply-received',
  REPLIES_QUEUE_ARN: 'arn:aws:sqs:eu-central-1:000000000000:replies',
  QUALIFIER: '',
  WEB_ORIGIN: 'http://localhost:4400',
  MAIL_FROM: 'mentoring@example.com',
  MAIL_MODE: '"everyone"',
  MAIL_RATE_SHARE: '0.8',
  MAIL_BANNER: 'bench',
  CONFIGURATION_SET: 'mail',
  FIRST_ADMIN: 'admin@example.com',
  COMPANY_SIGN_IN: '',
  LAUNCH: 'open',
  OIDC_ISSUER: 'http://127.0.0.1/issuer',
  OIDC_CLIENT_ID: 'bench',
  INBOUND_DOMAIN: 'reply.example.com',
  RAW_MAIL_BUCKET: 'raw-mail',
} as const;
