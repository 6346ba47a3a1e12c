import { createHash } from 'node:crypto';
import { dynamoDbError } from './errors.ts';
import { isRecord } from './item.ts';

const tokenLife = 10 * 60_000;

/** A transaction that comes again with its token within ten minutes (an SDK's retry) is answered and not repeated. */
export class RequestTokens {
  readonly #seen = new Map<string, { at: number; digest: string }>();

  /** Throws IdempotentParameterMismatchException when the token came with another transaction. */
  isRepeat(body: unknown, now: number): boolean {
    const token = tokenOf(body);
    const earlier = token === undefined ? undefined : this.#seen.get(token);
    if (!earlier || now - earlier.at >= tokenLife) return false;
    if (earlier.digest === digestOf(body)) return true;
    throw dynamoDbError(
      'IdempotentParameterMismatchException',
      'The request uses the same client token as a previous, but non-identical request.',
    );
  }

  remember(body: unknown, now: number): void {
    for (const [token, { at }] of this.#seen) {
      if (now - at < tokenLife) break;
      this.#seen.delete(token);
    }
    const token = tokenOf(body);
    if (token !== undefined) this.#seen.set(token, { at: now, digest: digestOf(body) });
  }

  clear(): void {
    this.#seen.clear();
  }
}

const tokenOf = (body: unknown): string | undefined =>
  isRecord(body) && typeof body.ClientRequestToken === 'string' ? body.ClientRequestToken : undefined;

const digestOf = (body: unknown): string =>
  createHash('sha1')
    .update(JSON.stringify(isRecord(body) ? body.TransactItems : body))
    .digest('base64');
