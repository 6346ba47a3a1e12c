import type { Sent } from '../../shared/letter/mailer.ses.ts';
import { inTrouble, outOfTrouble, stageMail, type Trouble } from '../../shared/letter/stage-mail.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Needs } from './needs.ts';

type Refused = Extract<Sent, { outcome: 'refused' }>['because'];

/** What the desk is told of a refusal: the rate is nobody's trouble. */
const troubleOf: Readonly<Record<Refused, Trouble | undefined>> = {
  rate: undefined,
  quota: 'quota',
  sandbox: 'sandbox',
  identity: 'identity',
  paused: 'paused',
  other: 'refused',
};

/** Refusals that every letter would get: the rest of a batch need not ask. */
export const meansAll = (because: Refused): boolean =>
  because === 'quota' || because === 'identity' || because === 'paused';

export async function note(because: Refused, { table, now }: Needs, trigger: Trigger): Promise<void> {
  const trouble = troubleOf[because];
  if (!trouble) return;
  const at = now();
  await table.change(stageMail, {}, { ...trigger.command('note trouble with mail'), at }, (current) =>
    inTrouble(current, trouble, at),
  );
}

export async function clear({ table, now }: Needs, trigger: Trigger): Promise<void> {
  await table.change(stageMail, {}, { ...trigger.command('mail goes out again'), at: now() }, outOfTrouble);
}
