/** What happened on the stage, in order: events that were put and runs of functions. Ids only, never contents. */
export type TraceEntry =
  | {
      seq: number;
      at: string;
      kind: 'event';
      bus: string;
      detailType: string;
      id: string;
      eventId?: string;
      correlationId?: string;
    }
  | {
      seq: number;
      at: string;
      kind: 'run';
      function: string;
      requestId: string;
      state: 'running' | 'done' | 'failed';
      error?: string;
    };

export interface Trace {
  event(event: { bus: string; detailType: string; id: string; detail: Record<string, unknown> }): void;
  runBegan(functionName: string, requestId: string): TraceEntry;
  runEnded(entry: TraceEntry, error: string | undefined): void;
  since(seq: number): TraceEntry[];
  clear(): void;
}

/** Of a stage that runs for weeks only the newest are kept. */
const mostEntries = 100_000;

export function startTrace(iso: () => string): Trace {
  let entries: TraceEntry[] = [];
  let seq = 0;
  const add = (entry: TraceEntry) => {
    entries.push(entry);
    if (entries.length > mostEntries) entries = entries.slice(-mostEntries / 2);
    return entry;
  };
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    event({ bus, detailType, id, detail }) {
      const eventId = text(detail.eventId);
      const correlationId = text(detail.correlationId);
      add({
        seq: ++seq,
        at: iso(),
        kind: 'event',
        bus,
        detailType,
        id,
        ...(eventId !== undefined && { eventId }),
        ...(correlationId !== undefined && { correlationId }),
      });
    },
    runBegan: (name, requestId) =>
      add({ seq: ++seq, at: iso(), kind: 'run', function: name, requestId, state: 'running' }),
    runEnded(entry, error) {
      if (entry.kind !== 'run') return;
      entry.state = error === undefined ? 'done' : 'failed';
      if (error !== undefined) entry.error = error;
    },
    since: (from) => entries.filter((entry) => entry.seq > from),
    clear() {
      entries = [];
      seq = 0;
    },
  };
}
