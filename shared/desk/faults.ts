/** Why a field is not taken; worded by the page. */
export interface Fault {
  readonly why: string;
  readonly min?: number;
  readonly max?: number;
  /** What would do. */
  readonly instead?: string | undefined;
}
export type Errors = Readonly<Record<string, Fault>>;

/** The first fault of a field is the one to mend. */
export const firstOf = (faults: readonly (readonly [string, Fault])[]): Errors =>
  Object.fromEntries([...faults].reverse());

interface Issue {
  readonly code: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly path: readonly PropertyKey[];
}

/** Why a schema does not take a field. */
export function faultOf({ code, origin, minimum, maximum, format, path }: Issue): Fault {
  const counts = origin === 'number' || origin === 'int';
  if (code === 'too_small') return counts ? range({ minimum, maximum }) : { why: 'missing' };
  if (code === 'too_big') return counts ? range({ minimum, maximum }) : { why: 'too long', max: Number(maximum) };
  if (code === 'invalid_type') return { why: 'not a number' };
  if (code !== 'invalid_format') return { why: 'not a choice' };
  if (format === 'email') return { why: 'not an address' };
  if (path[1] === 'logo') return { why: 'not a picture on the web' };
  return { why: path[0] === 'domains' ? 'not a domain' : 'no such date' };
}

const range = ({ minimum, maximum }: { minimum?: unknown; maximum?: unknown }): Fault => ({
  why: minimum === undefined ? 'too large' : 'too small',
  ...(minimum === undefined ? {} : { min: Number(minimum) }),
  ...(maximum === undefined ? {} : { max: Number(maximum) }),
});
