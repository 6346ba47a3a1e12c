import type { Mail } from './mail.ts';

/** Why a message is dropped without a word: nobody wrote it, or nobody should read it. */
export type Dropped = 'virus' | 'spam' | 'automatic' | 'list' | 'bounce' | 'our own';

const list = ['list-id', 'list-post', 'list-unsubscribe', 'list-help', 'mailing-list'];
const automatic = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-response',
  'x-auto-reply-from',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-loop',
  'x-fc-machinegenerated',
  'x-cron-env',
];

/** Subjects of notices of absence that no header tells. Ours never begin like this, and so no reply does. */
const absence =
  /^(?:(?:re|aw|antw|wg|fw|fwd):\s*)*(?:out of (?:the )?office|automatic reply|automatische antwort|auto(?:matic)?[ -]?(?:reply|response|antwort)|autom\. antwort|auto:|abwesenheit|abwesend|abwesenheitsnotiz|ich bin (?:nicht im büro|im urlaub|abwesend)|nicht im büro|außer haus|urlaub|vacation|on (?:vacation|leave|holiday)|away from (?:my|the) office|undeliver|unzustellbar|delivery status|mail delivery|returned mail|failure notice)/i;

/** SES's verdicts stand above all headers that the sender wrote; only the topmost counts. */
export function dropped({ headers, subject }: Mail, ourSender: string): Dropped | undefined {
  const first = (name: string) => headers(name)[0]?.trim().toLowerCase() ?? '';
  const has = (name: string) => headers(name).length > 0;
  if (first('x-ses-virus-verdict') === 'fail') return 'virus';
  if (first('x-ses-spam-verdict') === 'fail') return 'spam';
  if (first('return-path') === '<>' || /^multipart\/report|^message\/delivery-status/.test(first('content-type')))
    return 'bounce';
  // Our letters say so of themselves too, so that this is also where a loop ends.
  const submitted = first('auto-submitted');
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'automatic';
  if (first('from').includes(ourSender.toLowerCase())) return 'our own';
  if (automatic.some(has)) return 'automatic';
  if (/^(?:auto_?reply|bulk|junk|list)\b/.test(first('precedence'))) return 'automatic';
  if (/\b(?:oof|autoreply|all)\b/.test(first('x-auto-response-suppress'))) return 'automatic';
  if (list.some(has)) return 'list';
  return absence.test(subject.trim()) ? 'automatic' : undefined;
}
