import { suspected } from '../../shared/participant/decide.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Request } from '../../shared/web/http.ts';
import { sendingOf } from '../../shared/web/rendered.ts';
import { judge, type Verdict } from '../../shared/web/suspicion.ts';
import type { Needs } from './visit.ts';

/**
 * Whether a person pressed the button. A suspect press is remembered with the participant: the next one counts only from a
 * page that came ten seconds later, whichever of their pages it is.
 */
export async function judged(
  { table, keys }: Needs,
  formName: string,
  { form }: Request,
  me: Participant,
  trigger: Trigger,
): Promise<Verdict> {
  const { at } = trigger;
  const verdict = judge(await sendingOf(keys, formName, form, at), { suspectAt: me.suspectAt });
  if (verdict === 'suspect') {
    const command = { ...trigger.command('doubt a form'), by: `participant:${me.personId}` };
    await table.change(participants, me, command, (current) =>
      current ? suspected(current, at) : { refused: 'nobody' },
    );
  }
  return verdict;
}
