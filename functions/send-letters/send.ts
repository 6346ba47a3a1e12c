import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import { LetterDue } from '../../events/letter-due.ts';
import { accept, drop, postpone, submit } from '../../shared/letter/ledger.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { type MailMode, routed } from '../../shared/letter/mail-mode.ts';
import type { Mailer, Sent } from '../../shared/letter/mailer.ses.ts';
import type { Material } from '../../shared/letter/material.ts';
import { messageTags, mime } from '../../shared/letter/mime.ts';
import type { Rate, Slots } from '../../shared/letter/rate.dynamodb.ts';
import type { Composed } from '../../shared/letter/render/compose.ts';
import type { Addressed } from '../../shared/letter/writing.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Message } from '../../shared/runtime/on-queue.ts';
import type { Command } from '../../shared/table/aggregate.ts';
import type { Step, Table } from '../../shared/table/table.dynamodb.ts';
import { minutesAfter } from '../../shared/time/minute.ts';
import { mayGoOut } from './may-go-out.ts';

export interface Needs {
  readonly table: Table;
  readonly mailer: Mailer;
  readonly rate: Rate;
  readonly mode: MailMode;
  /** The part of the account's rate that this stage may use, above 0 and up to 1. */
  readonly rateShare: number;
  readonly mailFrom: string;
  readonly read: (letter: Letter) => Promise<Material>;
  readonly write: (letter: Letter, material: Material) => Promise<Composed & Addressed>;
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly warn: (what: string, details: Record<string, string>) => void;
}

interface Ready {
  readonly letter: Letter;
  readonly message: Parameters<Mailer['send']>[0];
}

/** A batch waits this long for its slots; beyond it the letters go back to their ledger. */
const patienceMilliseconds = 20_000;
const minutesUntilNextTry = { rate: 1, quota: 60, paused: 60, sandbox: 60, stopped: 60, other: 15 } as const;

const Envelope = z.object({ detail: z.unknown() });

/**
 * Sends the letters of one batch: look each up, decide whether it may go out, reserve slots for all of them at once,
 * then one by one ledger, SES, ledger. Answers the messages that are broken; everything else is off the queue,
 * because from here on the ledger's own timer brings a letter back.
 */
export async function send(messages: readonly Message[], needs: Needs, trigger: Trigger): Promise<readonly string[]> {
  const broken: string[] = [];
  const ready: Ready[] = [];
  for (const message of messages) {
    try {
      const one = await prepare(message.body, needs, trigger);
      if (one) ready.push(one);
    } catch (error) {
      needs.warn('a letter could not be written', {
        messageId: message.messageId,
        error: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown',
      });
      broken.push(message.messageId);
    }
  }
  if (ready.length > 0) await sendReady(ready, needs, trigger);
  return broken;
}

async function prepare(body: string, needs: Needs, trigger: Trigger): Promise<Ready | undefined> {
  const { letterId, scope } = z.parse(LetterDue.detail, z.parse(Envelope, JSON.parse(body)).detail);
  const letter = await needs.table.get(letters, { letterId, scope });
  if (letter?.state !== 'planned' || (letter.dueAt && letter.dueAt > trigger.at)) return undefined;
  const material = await needs.read(letter);
  const verdict = mayGoOut(letter, material, trigger.at);
  if ('drop' in verdict) return dropIt(letter, needs, trigger, verdict.drop);
  if ('wait' in verdict) return void (await later(letter, needs, trigger, 'stopped', verdict.wait, whilePlanned));
  const written = await needs.write(letter, material);
  const to = routed(needs.mode, written.to.address);
  if (!to) return dropIt(letter, needs, trigger, 'the stage does not write to this address');
  const raw = await mime({
    from: { name: written.from, address: needs.mailFrom },
    to: { name: written.to.name, address: to },
    ...(written.replyTo ? { replyTo: written.replyTo } : {}),
    subject: written.subject,
    html: written.html,
    text: written.text,
    ...(written.listUnsubscribe ? { listUnsubscribe: written.listUnsubscribe } : {}),
    listId: { name: written.from, id: written.list },
    letterId,
    at: trigger.at,
  });
  return { letter, message: { from: needs.mailFrom, to, raw, tags: messageTags({ letterId, scope }) } };
}

async function sendReady(ready: readonly Ready[], needs: Needs, trigger: Trigger): Promise<void> {
  const { perSecond, left } = await needs.mailer.quota(needs.now());
  const slots =
    left >= ready.length
      ? await needs.rate.reserve(
          ready.length,
          Math.max(perSecond * needs.rateShare, 0.1),
          Date.parse(needs.now()),
          patienceMilliseconds,
        )
      : 'quota';
  for (const [index, one] of ready.entries()) {
    if (slots === undefined || slots === 'quota') {
      const because = slots === 'quota' ? 'quota' : 'rate';
      const why = because === 'quota' ? 'the daily quota of SES is used up' : 'many letters are waiting';
      await later(one.letter, needs, trigger, because, why, whilePlanned);
      continue;
    }
    await untilSlot(slots, index, needs);
    await sendOne(one, needs, trigger);
  }
}

async function untilSlot({ startsAt, every }: Slots, index: number, { now, pause }: Needs): Promise<void> {
  const wait = startsAt + index * every - Date.parse(now());
  if (wait > 0) await pause(wait);
}

async function sendOne({ letter, message }: Ready, needs: Needs, trigger: Trigger): Promise<void> {
  // The ledger first: from here a crash leaves the outcome unknown and never sends twice unseen.
  const submitted = await change(needs, letter, trigger.command('submit letter'), (at) => (now) => submit(now, at));
  if (!submitted) return;
  const sent: Sent = await needs.mailer.send(message);
  if (sent.outcome === 'accepted') {
    await change(needs, letter, trigger.command('accept letter'), (at) => (now) => accept(now, at, sent.messageId));
  } else if (sent.outcome === 'refused') {
    needs.warn('SES refused a letter', { letterId: letter.letterId, why: sent.why });
    await later(letter, needs, trigger, sent.because, sent.why);
  } else {
    needs.warn('SES did not say whether it took a letter', { letterId: letter.letterId, why: sent.why });
  }
}

async function dropIt(letter: Letter, needs: Needs, trigger: Trigger, why: string): Promise<undefined> {
  await change(needs, letter, trigger.command('drop letter'), (at) => whilePlanned((now) => drop(now, at, why)));
}

const later = (
  letter: Letter,
  needs: Needs,
  trigger: Trigger,
  because: keyof typeof minutesUntilNextTry,
  why: string,
  only: (step: LedgerStep) => LedgerStep = (step) => step,
) =>
  change(needs, letter, trigger.command('postpone letter'), (at) =>
    only((now) => postpone(now, minutesAfter(at, minutesUntilNextTry[because]), why)),
  );

type LedgerStep = (current: Letter) => Step<Letter>;

/** For whoever has not called SES: the same letter may lie twice in the queue, and the other sender may be calling just now. */
const whilePlanned =
  (step: LedgerStep): LedgerStep =>
  (current) =>
    current.state === 'planned' ? step(current) : { refused: `already ${current.state}` };

/** One step of the ledger, at the present moment: a batch may wait for seconds between its letters. */
async function change(
  { table, now }: Needs,
  letter: Letter,
  command: Command,
  step: (at: Instant) => LedgerStep,
): Promise<boolean> {
  const at = now();
  const result = await table.change(letters, letter, { ...command, at }, (current) =>
    current ? step(at)(current) : { refused: 'no such letter' },
  );
  return result.ok;
}
