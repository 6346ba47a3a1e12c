import { accept } from '../../shared/letter/ledger.ts';
import { type Sent, shareOf } from '../../shared/letter/mailer.ses.ts';
import type { Slots } from '../../shared/letter/rate.dynamodb.ts';
import { MalformedEvent } from '../../shared/runtime/malformed.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Message } from '../../shared/runtime/on-queue.ts';
import type { Needs } from './needs.ts';
import { isPoison, namedIn, prepare, type Ready } from './prepare.ts';
import { change, later, whilePlanned } from './step.ts';
import { stillGoes, submit } from './submit.ts';
import { clear, meansAll, note } from './trouble.ts';

export type { Needs } from './needs.ts';

/** A batch waits this long for its slots; beyond it the letters go back to their ledger. */
const patienceMilliseconds = 20_000;
/** What was decided is asked again before the call if it is older than this. */
const freshMilliseconds = 1_000;

const quotaUsedUp = 'the daily quota of SES is used up';

/**
 * Sends the letters of one batch: look each up, decide whether it may go out, reserve slots for all of them at once,
 * then one by one ledger, SES, ledger. Answers the messages that are broken; everything else is off the queue,
 * because from here on the ledger's own timer brings a letter back.
 */
export async function send(messages: readonly Message[], needs: Needs, trigger: Trigger): Promise<readonly string[]> {
  const broken: string[] = [];
  const ready = new Map<string, Ready>();
  for (const message of messages) {
    try {
      const one = await prepare(namedIn(message.body), needs, trigger);
      // Two messages of one batch may end in the same envelope.
      if (one) ready.set(one.letter.letterId, one);
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
      needs.warn('a letter could not be written', { messageId: message.messageId, error: what });
      // Alone, as redrive brings it, a message that can never work says so: a person hears of it at once.
      if (messages.length === 1 && isPoison(error)) throw new MalformedEvent(what);
      broken.push(message.messageId);
    }
  }
  if (ready.size > 0) await sendReady([...ready.values()], needs, trigger);
  return broken;
}

async function sendReady(ready: readonly Ready[], needs: Needs, trigger: Trigger): Promise<void> {
  const { perSecond, left } = shareOf(await needs.mailer.quota(needs.now()), needs.rateShare);
  // Whoever comes first today; the rest waits for tomorrow, each on its own.
  const today = ready.slice(0, left);
  for (const { letter } of ready.slice(today.length)) {
    await later(letter, needs, trigger, 'quota', quotaUsedUp, whilePlanned);
  }
  if (today.length < ready.length) await note('quota', needs, trigger);
  if (today.length === 0) return;
  const slots = await needs.rate.reserve(today.length, perSecond, Date.parse(needs.now()), patienceMilliseconds);
  let refused: Refusal | undefined;
  for (const [index, one] of today.entries()) {
    if (slots === undefined) {
      await later(one.letter, needs, trigger, 'rate', 'many letters are waiting', whilePlanned);
    } else if (refused) {
      await later(one.letter, needs, trigger, refused.because, refused.why, whilePlanned);
    } else {
      await untilSlot(slots, index, needs);
      const refusal = await sendOne(one, needs, trigger);
      if (refusal && meansAll(refusal.because)) refused = refusal;
    }
  }
}

/** In the sandbox verified readers get their letters: only one that was refused before says that it is over. */
function overcome({ letter, parts }: Ready): boolean {
  const trouble = parts[0]?.material.stage?.trouble;
  return trouble !== undefined && (trouble.because !== 'sandbox' || letter.why?.includes('sandbox') === true);
}

async function untilSlot({ startsAt, every }: Slots, index: number, { now, pause }: Needs): Promise<void> {
  const wait = startsAt + index * every - Date.parse(now());
  if (wait > 0) await pause(wait);
}

type Refusal = Extract<Sent, { outcome: 'refused' }>;

/** One letter; answers SES's refusal, if it was one. */
async function sendOne(prepared: Ready, needs: Needs, trigger: Trigger): Promise<Refusal | undefined> {
  const old = Date.parse(needs.now()) - Date.parse(prepared.at) > freshMilliseconds;
  const ready = old && !(await stillGoes(prepared, needs)) ? await prepare(prepared.letter, needs, trigger) : prepared;
  if (!ready || !(await submit(ready, needs, trigger))) return undefined;
  const { letter } = ready;
  const sent = await needs.mailer.send(ready.message);
  if (sent.outcome === 'accepted') {
    await change(needs, letter, trigger.command('accept letter'), (at) => (now) => accept(now, at, sent.messageId));
    if (overcome(ready)) await clear(needs, trigger);
  } else if (sent.outcome === 'refused') {
    needs.warn('SES refused a letter', { letterId: letter.letterId, why: sent.why });
    await later(letter, needs, trigger, sent.because, sent.why);
    await note(sent.because, needs, trigger);
    return sent;
  } else {
    needs.warn('SES did not say whether it took a letter', { letterId: letter.letterId, why: sent.why });
  }
  return undefined;
}
