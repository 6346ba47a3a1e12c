import { createHash } from 'node:crypto';
import { dynamoDbError } from './errors.ts';
import { isRecord } from './item.ts';

const tokenLife = 10 * 60_000;

/** A transaction that comes again with its token within ten minutes (an SDK's retry) is answered and not repeated. */
export class RequestTokens {
  readonly #seen = new Map<string, { at: number; digest: string }>();

  /** Throws IdempotentParameterMismatchException when the token came with another transaction. */
  isRepeat(body: unknown, now: number): boolean {
    const request = tokenOf(body);
    const earlier = request && this.#seen.get(request.token);
    if (!earlier || now - earlier.at >= tokenLife) return false;
    if (earlier.digest === request.digest) return true;
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
    const request = tokenOf(body);
    if (request) this.#seen.set(request.token, { at: now, digest: request.digest });
  }

  clear(): void {
    this.#seen.clear();
  }
}

function tokenOf(body: unknown): { token: string; digest: string } | undefined {
  if (!isRecord(body) || typeof body.ClientRequestToken !== 'string') return undefined;
  const digest = createHash('sha1').update(JSON.stringify(body.TransactItems)).digest('base64');
  return { token: body.ClientRequestToken, digest };
}
