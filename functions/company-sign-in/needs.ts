import type { Needs as EveryRoom } from '../../shared/desk/needs.ts';
import type { Visit as AnyVisit } from '../../shared/desk/visit.ts';
import type { Attempt } from './attempt.ts';

/** What the company says of somebody, after it has asked for a password or whatever it asks for. */
export interface Told {
  readonly address: string;
  /** The company vouches that the address is this person's. */
  readonly verified: boolean;
}

export interface Provider {
  /** Where the browser goes to be asked. Throws if the provider does not answer. */
  begin(attempt: Attempt): Promise<URL>;
  /** What came of it, from the address at which the browser came back. Throws whatever is wrong with that. */
  finish(cameBackTo: URL, attempt: Attempt): Promise<Told>;
}

export interface Needs extends EveryRoom {
  readonly provider: Provider;
  /** What links begin with. */
  readonly origin: string;
  /** For the log: what went wrong, without whom it was about. */
  readonly warn: (what: string, why: string) => void;
}
export type Visit = AnyVisit<Needs>;
