import type { Assembly, Resource } from '../template/assembly.ts';
import type { BusEvent } from './delivery.ts';
import { compilePattern } from './pattern.ts';
import { busName } from './rules.ts';

/** Keeps the events of one bus; what came out of a replay is not kept again. */
export class Archive {
  readonly name: string;
  readonly bus: string;
  readonly #matches: (event: Record<string, unknown>) => boolean;
  readonly #retentionMs: number;
  #kept: { at: number; event: BusEvent }[] = [];

  constructor({ physicalId, properties }: Resource) {
    this.name = physicalId;
    this.bus = busName(properties.SourceArn);
    this.#matches = properties.EventPattern === undefined ? () => true : compilePattern(properties.EventPattern);
    const days = Number(properties.RetentionDays ?? 0);
    this.#retentionMs = days === 0 ? Number.POSITIVE_INFINITY : days * 86_400_000;
  }

  keep(event: BusEvent, now: number): void {
    if ('replay-name' in event || !this.#matches(event)) return;
    this.#kept.push({ at: now, event });
    if ((this.#kept[0]?.at ?? now) < now - this.#retentionMs) this.#kept = this.#withinRetention(now);
  }

  /** Events received in [from, until), as a replay puts them on the bus again. */
  replay(name: string, from: number, until: number, now: number): BusEvent[] {
    return this.#withinRetention(now)
      .filter(({ at }) => at >= from && at < until)
      .map(({ event }) => ({ ...event, 'replay-name': name }));
  }

  #withinRetention(now: number) {
    return this.#kept.filter(({ at }) => at >= now - this.#retentionMs);
  }
}

export const archivesOf = (assembly: Assembly): Archive[] =>
  assembly.resources.filter(({ type }) => type === 'AWS::Events::Archive').map((resource) => new Archive(resource));
