import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import type { CohortId, SourceId } from '../../events/ids.ts';
import type { HookCall } from '../../shared/runtime/on-hook.ts';
import type { Mapped, ProviderName, Source } from '../../shared/source/source.ts';
import type { Draft } from '../../shared/table/aggregate.ts';
import { cohortId, noon } from './programme.ts';

export const sourceId = 'src_01jqt1v2w3x4y5z6' as SourceId;
export const secret = `whsec_${Buffer.from('the first secret of this source!').toString('base64')}`;
export const newSecret = `whsec_${Buffer.from('the second secret of this source').toString('base64')}`;

/** What a provider documents, see the README beside the files. */
export const documented = (provider: ProviderName): string =>
  readFileSync(new URL(`../data/hooks/${provider}.json`, import.meta.url), 'utf8');

const roles = { 'Ich zeige etwas': 'junior', 'Ich lerne etwas': 'senior' };
const under = (keys: Record<'email' | 'name' | 'role' | 'topics' | 'capacity', string>): Mapped[] => [
  { key: keys.email, field: 'email' },
  { key: keys.name, field: 'name' },
  { key: keys.role, field: 'role', choices: roles },
  { key: keys.topics, field: 'topics' },
  { key: keys.capacity, field: 'capacity' },
];
const own = { email: 'email', name: 'name', role: 'role', topics: 'topics', capacity: 'capacity' };
const question = (number: number) => `r5c0a9f4b2d714e0fb4b0c9d7a1e2f30${number}`;

/** What HR says that the questions of the documented calls mean. */
export const mappings: Readonly<Record<ProviderName, Mapped[]>> = {
  typeform: under(own),
  formbricks: under(own),
  standard: under(own),
  tally: under({
    email: 'question_w4Q4Xn',
    name: 'question_3EKz4n',
    role: 'question_3jZaa3',
    topics: 'question_n9BaaX',
    capacity: 'question_wLDMM1',
  }),
  jotform: under({ email: 'q4_email', name: 'q3_name', role: 'q5_rolle', topics: 'q6_themen', capacity: 'q7_anzahl' }),
  google: under({ ...own, name: '1633920210', role: '1770822543', topics: '839337160', capacity: '1274861014' }),
  microsoft: under({
    email: 'responder',
    name: question(1),
    role: question(2),
    topics: question(3),
    capacity: question(4),
  }),
};

export const source = (provider: ProviderName, more: Partial<Draft<Source>> = {}): Draft<Source> => ({
  sourceId,
  cohortId: cohortId as CohortId,
  provider,
  name: `Form of ${provider}`,
  state: 'on',
  createdAt: noon,
  secrets: [{ number: 1, madeAt: noon }],
  mapping: mappings[provider],
  ...more,
});

export interface Sent {
  readonly secret?: string;
  readonly at?: string;
  /** As Standard Webhooks number a message. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call as the provider would make it. */
export async function callOf(provider: ProviderName, body = documented(provider), sent: Sent = {}): Promise<HookCall> {
  const { secret: with_ = secret, at = noon, id = 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', headers = {} } = sent;
  const json = { 'content-type': 'application/json' };
  const bytes = new TextEncoder().encode(body);
  const call = (
    proof: Record<string, string>,
    rest: string[] = [sourceId],
    sentBytes: Uint8Array = bytes,
  ): HookCall => ({
    method: 'POST',
    rest,
    headers: { ...json, ...proof, ...headers },
    bytes: sentBytes,
  });
  const mac = createHmac('sha256', with_).update(bytes).digest('base64');
  switch (provider) {
    case 'typeform':
      return call({ 'typeform-signature': `sha256=${mac}` });
    case 'tally':
      return call({ 'tally-signature': mac });
    case 'microsoft':
      return call({ 'x-form-secret': with_ });
    case 'jotform': {
      const form = await multipart(body);
      return call({ 'content-type': form.type }, [sourceId, with_], form.bytes);
    }
    default: {
      const stamp = new Date(at);
      return call({
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(stamp.getTime() / 1000)),
        'webhook-signature': new Webhook(with_).sign(id, stamp, body),
      });
    }
  }
}

async function multipart(parts: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries(JSON.parse(parts))) form.append(name, String(value));
  const response = new Response(form);
  return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}
