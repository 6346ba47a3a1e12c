import { MalformedEvent } from '../../shared/runtime/malformed.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Message } from '../../shared/runtime/on-queue.ts';
import { type Needs, ReplyReceived, react } from './react.ts';

interface Tell {
  info(outcome: string, details: Record<string, unknown>): void;
  warn(what: string, details: Record<string, unknown>): void;
}

/** A reply is read in a second; what is not begun by then comes again. */
const spareMilliseconds = 10_000;

/** One reply after the other, each on its own; answers the messages that must come again. */
export async function hear(
  messages: readonly Message[],
  { tell, ...needs }: Needs & { readonly tell: Tell },
  trigger: Trigger,
): Promise<readonly string[]> {
  const again: string[] = [];
  for (const { messageId, body } of messages) {
    if (trigger.remaining() < spareMilliseconds) {
      again.push(messageId);
      continue;
    }
    try {
      const { outcome, ...details } = await react(keyIn(body), needs, trigger);
      tell.info(outcome, details);
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
      tell.warn('a reply could not be heard', { messageId, error: what });
      // Alone, as redrive brings it, a message that can never work says so: a person hears of it at once.
      if (messages.length === 1 && error instanceof MalformedEvent) throw error;
      again.push(messageId);
    }
  }
  return again;
}

/** What the rule's input transformer makes of S3's event. */
function keyIn(body: string) {
  try {
    return ReplyReceived.parse(JSON.parse(body));
  } catch {
    throw new MalformedEvent('not a message about a reply');
  }
}
