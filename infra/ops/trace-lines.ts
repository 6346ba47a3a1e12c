import * as z from 'zod';

/** One line of a log, as CloudWatch gives it. */
export interface LogEvent {
  /** Whose log: a function's short name, or `pages` for the access log. */
  readonly from: string;
  /** Milliseconds since 1970, by CloudWatch. */
  readonly at: number;
  readonly message: string;
}

/** What our logger writes; the other fields of a line are shown as they are. */
const Line = z.looseObject({
  timestamp: z.string().optional(),
  level: z.string().optional(),
  message: z.string().optional(),
  event: z.string().optional(),
  route: z.string().optional(),
  correlationId: z.string().optional(),
  requestId: z.string().optional(),
  error: z.looseObject({ name: z.string().optional(), message: z.string().optional() }).optional(),
});

/** Fields that say nothing about this road: the same on every line, or about the machine. */
const dull = new Set([
  ...['timestamp', 'level', 'message', 'event', 'route', 'error', 'correlationId', 'outcome', 'service', 'at'],
  ...['sampling_rate', 'xray_trace_id', 'cold_start', 'function_arn', 'function_memory_size', 'function_name'],
  ...['function_request_id', 'requestId'],
]);

/** Pure: the lines of one road in the order of time, each as one readable line. */
export function traceLines(events: readonly LogEvent[]): string[] {
  const read = events.map((event) => ({ ...event, line: lineOf(event.message) }));
  return read
    .map((one) => ({ ...one, time: timeOf(one.line?.timestamp) ?? one.at }))
    .sort((one, other) => one.time - other.time || (one.from < other.from ? -1 : 1))
    .map(({ time, from, line, message }) =>
      [new Date(time).toISOString(), from.padEnd(22), line ? told(line) : message.trim()].join('  '),
    );
}

function told({ level, message, event, route, error, ...rest }: z.infer<typeof Line>): string {
  const trouble = level !== undefined && level !== 'INFO' && level !== 'DEBUG' ? `${level} ` : '';
  const details = Object.entries(rest)
    .filter(([name, value]) => !dull.has(name) && value !== undefined && typeof value !== 'object')
    .map(([name, value]) => `${name}=${String(value)}`);
  const failure = error ? [`${error.name ?? 'Error'}: ${error.message ?? ''}`] : [];
  return [`${trouble}${[event ?? route, message].filter(Boolean).join(': ')}`, ...details, ...failure].join('  ');
}

function lineOf(message: string): z.infer<typeof Line> | undefined {
  try {
    return Line.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}

/** The functions' own time is exact; CloudWatch's is that of the batch. The access log writes no ISO time. */
function timeOf(timestamp: string | undefined): number | undefined {
  const time = Date.parse(timestamp ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** What a correlation id looks like; anything else would be a pattern of its own in CloudWatch's language. */
export const isCorrelationId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** The filter of a group: a function's lines carry the id, the access log has the request's, maybe with a `=` at its end. */
export const filterOf = (from: string, id: string): string =>
  from === 'pages' ? `{ $.requestId = "${id}*" }` : `{ $.correlationId = "${id}" }`;

/** Pure: whether a line is of this road. An endpoint that takes no filters answers the whole log. */
export function isOfRoad({ from, message }: Pick<LogEvent, 'from' | 'message'>, id: string): boolean {
  const line = lineOf(message);
  return from === 'pages' ? line?.requestId?.startsWith(id) === true : line?.correlationId === id;
}
