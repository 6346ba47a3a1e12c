import * as z from 'zod/mini';

/** The EventBridge `source` of every event that this system says. */
export const source = 'reverse-mentoring';

/** A moment in UTC, ISO 8601 with milliseconds: `2026-03-02T08:00:00.000Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export type Instant = z.infer<typeof Instant>;

const envelope = {
  /** Business id: stays the same when EventBridge delivers or a relay publishes the event again. */
  eventId: z.string().check(z.regex(/^evt_[0-9a-f]{32}$/)),
  occurredAt: Instant,
  /** The same for everything that one request, schedule or import set in motion. */
  correlationId: z.string().check(z.minLength(1), z.maxLength(64)),
};

const Envelope = z.object(envelope);
export type Envelope = z.infer<typeof Envelope>;

/** An event that has not yet been said: the commit that causes it adds the envelope. */
export interface Saying<Name extends string = string, Data = unknown> {
  readonly detailType: Name;
  readonly data: Data;
}

/** What can be said of any event without knowing its data. */
export interface AnyEvent<Name extends string = string> {
  readonly detailType: Name;
  readonly detail: z.ZodMiniType<Envelope>;
  readonly sample: Envelope;
  readonly about: string;
}

export interface EventDefinition<Name extends string, Data extends object> extends AnyEvent<Name> {
  (data: Data): Saying<Name, Data>;
  /** EventBridge's `detail-type`, with the version: `pair.formed.v1`. */
  readonly detailType: Name;
  readonly detail: z.ZodMiniType<Data & Envelope>;
  /** A golden sample of `detail`: what was once published stays readable. */
  readonly sample: Data & Envelope;
  /** Who says it and who hears it, in one sentence each. */
  readonly about: string;
}

/**
 * Defines one event of the language. `data` holds ids only, never personal data.
 * A changed schema is a new version beside the old one, never an edit.
 */
export function defineEvent<
  const Name extends string,
  const Version extends number,
  Shape extends z.core.$ZodLooseShape,
>(
  name: Name,
  version: Version,
  shape: Shape,
  { about, sample }: { about: string; sample: z.infer<z.ZodMiniObject<Shape>> },
): EventDefinition<`${Name}.v${Version}`, z.infer<z.ZodMiniObject<Shape>> & object> {
  type Data = z.infer<z.ZodMiniObject<Shape>> & object;
  const detailType = `${name}.v${version}` as const;
  const detail = z.strictObject({ ...shape, ...envelope }) as unknown as z.ZodMiniType<Data & Envelope>;
  const say = (data: Data): Saying<typeof detailType, Data> => ({ detailType, data });
  return Object.assign(say, {
    detailType,
    detail,
    about,
    sample: {
      ...sample,
      eventId: 'evt_000102030405060708090a0b0c0d0e0f',
      occurredAt: '2026-03-02T08:00:00.000Z',
      correlationId: 'req-01',
    } as Data & Envelope,
  });
}
