import { isObject } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import type { Assembly } from '../template/assembly.ts';
import { type Archive, archivesOf } from './archive.ts';
import type { BusEvent, Delivery, PutEntry, PutResult } from './delivery.ts';
import { busName, type Rule, rulesOf } from './rules.ts';

export type { BusEvent, Delivery, PutEntry, PutResult } from './delivery.ts';

const maximumEntries = 10;
const maximumBytes = 262_144;

/** The account's buses (the default one too) with the rules and archives of the template. */
export class Buses {
  readonly names: ReadonlySet<string>;
  readonly #rules: Rule[];
  readonly #archives: Archive[];
  readonly #origin: { account: string; region: string };
  readonly #newId: () => string;

  constructor(assembly: Assembly, newId: () => string) {
    const own = assembly.resources.filter(({ type }) => type === 'AWS::Events::EventBus');
    this.names = new Set(['default', ...own.map(({ physicalId }) => physicalId)]);
    this.#rules = rulesOf(assembly);
    this.#archives = archivesOf(assembly);
    this.#origin = { account: assembly.accountId, region: assembly.region };
    this.#newId = newId;
    for (const { bus } of [...this.#rules, ...this.#archives]) this.#known(bus);
  }

  /** PutEvents: one result for each entry in their order, and the deliveries of those that were accepted. */
  put(entries: PutEntry[], now: number): { results: PutResult[]; deliveries: Delivery[] } {
    if (entries.length === 0 || entries.length > maximumEntries) {
      throw new ServiceError('ValidationException', `a request takes 1 to ${maximumEntries} entries`);
    }
    if (entries.reduce((sum, entry) => sum + bytesOf(entry), 0) > maximumBytes) {
      throw new ServiceError('ValidationException', 'Total size of the entries in the request is over the limit.');
    }
    const deliveries: Delivery[] = [];
    const results = entries.map((entry): PutResult => {
      const bus = this.#known(busName(entry.EventBusName));
      const refused = refusal(entry);
      if (refused) return refused;
      const event = this.#event(entry, now);
      deliveries.push(...this.#deliver(bus, event, now));
      return { EventId: event.id };
    });
    return { results, deliveries };
  }

  /** An event from an AWS service, which may use its reserved source; on the default bus unless told otherwise. */
  emit(
    entry: { source: string; detailType: string; detail: Record<string, unknown>; resources?: string[]; bus?: string },
    now: number,
  ): Delivery[] {
    const { source: Source, detailType: DetailType, resources: Resources = [] } = entry;
    const event = this.#event({ Source, DetailType, Resources, Detail: JSON.stringify(entry.detail) }, now);
    return this.#deliver(this.#known(entry.bus ?? 'default'), event, now);
  }

  /** Puts archived events of [from, until) on the bus again. */
  replay(archiveName: string, replayName: string, from: number, until: number, now: number): Delivery[] {
    const archive = this.#archives.find(({ name }) => name === archiveName);
    if (!archive) throw new ServiceError('ResourceNotFoundException', `Archive ${archiveName} does not exist.`);
    return archive.replay(replayName, from, until, now).flatMap((event) => this.#deliver(archive.bus, event, now));
  }

  get archives(): string[] {
    return this.#archives.map(({ name }) => name);
  }

  #deliver(bus: string, event: BusEvent, now: number): Delivery[] {
    for (const archive of this.#archives) if (archive.bus === bus) archive.keep(event, now);
    const receivedAt = new Date(now).toISOString();
    return this.#rules.filter((rule) => rule.bus === bus).flatMap((rule) => rule.deliveries(event, receivedAt));
  }

  #event({ Source = '', DetailType = '', Detail = '{}', Resources = [], Time }: PutEntry, now: number): BusEvent {
    const detail: unknown = JSON.parse(Detail);
    const time = Time === undefined ? now : typeof Time === 'number' ? Time * 1000 : Date.parse(Time);
    return {
      version: '0',
      id: this.#newId(),
      'detail-type': DetailType,
      source: Source,
      ...this.#origin,
      time: `${new Date(time).toISOString().slice(0, 19)}Z`,
      resources: Resources,
      detail: isObject(detail) ? detail : {},
    };
  }

  #known(bus: string): string {
    if (!this.names.has(bus)) throw new ServiceError('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    return bus;
  }
}

const bytesOf = ({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: PutEntry) =>
  [Source, DetailType, Detail, ...Resources].reduce(
    (sum, text) => sum + Buffer.byteLength(text),
    Time === undefined ? 0 : 14,
  );

function refusal({ Source, DetailType, Detail }: PutEntry): PutResult | undefined {
  const missing = { Source, DetailType, Detail };
  for (const [name, value] of Object.entries(missing)) {
    if (!value)
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
  }
  if ((DetailType?.length ?? 0) > 128)
    return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Parameter DetailType is not valid.' };
  if (Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  try {
    if (isObject(JSON.parse(Detail ?? ''))) return undefined;
  } catch {
    // Falls through to the same answer as a detail that is no object.
  }
  return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}
