import { SourceId } from '../../events/ids.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import type { SourceSecrets } from '../../shared/keys/source-secrets.dynamodb.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { HookCall, HookReply } from '../../shared/runtime/on-hook.ts';
import { type Receipt, receiveDelivery } from '../../shared/source/receive.ts';
import { type Source, sources } from '../../shared/source/source.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import type { Call } from './provider.ts';
import { providerOf } from './providers.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly secrets: Pick<SourceSecrets, 'of'>;
}

const mostBytes = 256 * 1024;

/** What does not exist and what was not proved look the same. Never 404 or 410: a provider would switch the form off. */
const unknown: HookReply = { status: 401, outcome: 'unknown source or wrong signature' };

/** POST /hooks/{source}, for Jotform /hooks/{source}/{secret}: somebody filled in a form elsewhere. */
export async function takeCall(
  { method, rest, headers, bytes }: HookCall,
  needs: Needs,
  trigger: Trigger,
): Promise<HookReply> {
  if (method !== 'POST') return { status: 405, outcome: 'only POST' };
  if (bytes.length > mostBytes) return { status: 413, outcome: 'larger than 256 KB' };
  const [name, pathSecret, ...more] = rest;
  const sourceId = SourceId.safeParse(name);
  if (!sourceId.success || more.length > 0) return unknown;
  const about = { sourceId: sourceId.data };
  const call = { headers, bytes, pathSecret, at: trigger.at };
  const { source, proved } = await knownSource(call, sourceId.data, needs);
  if (source && !proved && providerOf[source.provider].isTry?.(call)) return { status: 200, outcome: 'reached', about };
  if (!source || !proved) return { ...unknown, about };
  const { type, read } = providerOf[source.provider];
  if (mediaType(headers) !== type) return { status: 415, outcome: `only ${type}`, about };
  const [told, cohort] = await Promise.all([read(call), needs.table.get(cohorts, source)]);
  if (!cohort) return { ...unknown, about };
  if (!told) return { status: 400, outcome: 'not a call that this provider documents', about };
  const receiving = { table: needs.table, names: await needs.keys.identity(), source, cohort };
  const command = { ...trigger.command('enrol by form elsewhere'), by: `source:${source.sourceId}` };
  const receipts: Receipt[] = [];
  for (const delivery of told) receipts.push(await receiveDelivery({ ...receiving, command }, delivery));
  return { status: 200, outcome: receipts.join(', ') || 'nothing to take', about };
}

/** The source, if it is on, and whether one of its secrets proves the call. All of them are tried, whichever fits. */
async function knownSource(
  call: Call,
  sourceId: SourceId,
  { table, secrets }: Needs,
): Promise<{ readonly source?: Source; readonly proved: boolean }> {
  const [source, kept] = await Promise.all([table.get(sources, { sourceId }), secrets.of(sourceId)]);
  if (source?.state !== 'on') return { proved: false };
  const { proves } = providerOf[source.provider];
  const counting = new Set(source.secrets.map(({ number }) => number));
  const proofs = kept.filter(({ number }) => counting.has(number)).map(({ secret }) => proves(call, secret));
  return { source, proved: proofs.includes(true) };
}

const mediaType = (headers: Call['headers']) => (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
