import { accept } from '../../shared/letter/ledger.ts';
import { letters } from '../../shared/letter/letter.ts';
import type { Sent } from '../../shared/letter/mailer.ses.ts';
import { shareOf } from '../../shared/letter/quota.ts';
import type { Slot } from '../../shared/letter/rate.dynamodb.ts';
import { MalformedEvent } from '../../shared/runtime/malformed.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Message } from '../../shared/runtime/on-queue.ts';
import type { Needs } from './needs.ts';
import { isPoison, namedIn, prepare, type Ready } from './prepare.ts';
import { change, later, whilePlanned } from './step.ts';
import { stillGoes, submit } from './submit.ts';
import { clear, meansAll, note } from './trouble.ts';

export type { Needs } from './needs.ts';

/** A letter waits this long for its slot; beyond it, it goes back to its ledger. */
const patienceMilliseconds = 20_000;
/** For the call itself, and for what is written of it and of the rest of the batch. */
const spareMilliseconds = 20_000;
/** What was decided is asked again before the call if it is older than this. */
const freshMilliseconds = 1_000;

const quotaUsedUp = 'the daily quota of SES is used up';

/**
 * Sends the letters of one batch: look each up, decide whether it may go out, then one by one slot, ledger, SES, ledger.
 * Answers the messages that are broken; everything else is off the queue, because from here on the ledger's own timer
 * brings a letter back.
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
  let refused: Refusal | undefined;
  for (const one of today) {
    if (refused) {
      await later(one.letter, needs, trigger, refused.because, refused.why, whilePlanned);
      continue;
    }
    // Whoever has taken it meanwhile has a slot for it.
    if (!(await isPlanned(one, needs))) continue;
    const slot = await reserve(perSecond, needs, trigger);
    if (!slot) {
      await later(one.letter, needs, trigger, 'rate', 'many letters are waiting', whilePlanned);
      continue;
    }
    await until(slot, needs);
    const sent = await sendOne(one, needs, trigger);
    if (sent === 'kept') needs.rate.giveBack(slot);
    if (typeof sent === 'object' && meansAll(sent.because)) refused = sent;
  }
}

const isPlanned = async ({ letter }: Ready, { table }: Needs): Promise<boolean> =>
  (await table.get(letters, letter))?.state === 'planned';

const reserve = (perSecond: number, { rate, now }: Needs, trigger: Trigger): Promise<Slot | undefined> => {
  const patience = Math.min(patienceMilliseconds, trigger.remaining() - spareMilliseconds);
  return rate.reserve(perSecond, Date.parse(now()), patience);
};

/** In the sandbox verified readers get their letters: only one that was refused before says that it is over. */
function overcome({ letter, parts }: Ready): boolean {
  const trouble = parts[0]?.material.stage?.trouble;
  return trouble !== undefined && (trouble.because !== 'sandbox' || letter.why?.includes('sandbox') === true);
}

async function until({ startsAt }: Slot, { now, pause }: Needs): Promise<void> {
  const wait = startsAt - Date.parse(now());
  if (wait > 0) await pause(wait);
}

type Refusal = Extract<Sent, { outcome: 'refused' }>;

/** One letter; answers SES's refusal, if it was one, and `kept` if SES was never called. */
async function sendOne(prepared: Ready, needs: Needs, trigger: Trigger): Promise<Refusal | 'called' | 'kept'> {
  const old = Date.parse(needs.now()) - Date.parse(prepared.at) > freshMilliseconds;
  const ready = old && !(await stillGoes(prepared, needs)) ? await prepare(prepared.letter, needs, trigger) : prepared;
  if (!ready || !(await submit(ready, needs, trigger))) return 'kept';
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
  return 'called';
}
