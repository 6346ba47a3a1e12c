import type { Instant } from '../../events/define.ts';
import type { Delivery } from '../../shared/source/answer.ts';

/** One call as a provider's own rules see it. */
export interface Call {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Uint8Array;
  /** What stands behind the source's id in the address. */
  readonly pathSecret: string | undefined;
  readonly at: Instant;
}

export interface Provider {
  readonly type: 'application/json' | 'multipart/form-data';
  /** Whether somebody who knows this secret sent these bytes, and now, where the scheme has a clock. */
  readonly proves: (call: Call, secret: string) => boolean;
  /** Its own unsigned try whether the address answers, without which the webhook cannot be saved there. Nothing is read of it. */
  readonly isTry?: (call: Call) => boolean;
  /** What was filled in: none of it where the call tells of something else; `undefined` where it is no call of this provider's. */
  readonly read: (call: Call) => Promise<readonly Delivery[] | undefined>;
}
