import type { Instant } from '../../events/define.ts';
import type { Keys } from '../keys/keys.dynamodb.ts';
import { mintWith } from '../token/open-link.ts';
import { open } from '../token/token.ts';
import type { Sending } from './suspicion.ts';

/** Names of the form's own fields. */
export const formFields = { rendered: 'rendered', button: 'by', person: 'person', machine: 'machine' } as const;

const staysGoodFor = 30 * 86_400_000;

/** The signed time at which a form was rendered; `page` binds it to one form of one subject. */
export const renderToken = (keys: Keys, page: string, at: Instant): Promise<string> =>
  mintWith(keys, 'form-render', { at, page }, new Date(Date.parse(at) + staysGoodFor).toISOString());

/** What the rules of `suspicion.ts` want to know about a form that came in. */
export async function sendingOf(keys: Keys, page: string, form: URLSearchParams, at: Instant): Promise<Sending> {
  const opened = open('form-render', await keys.family('form-render'), form.get(formFields.rendered) ?? '', at);
  return {
    at,
    renderedAt: opened.ok && opened.claims.page === page ? opened.claims.at : undefined,
    hiddenButton: form.get(formFields.button) === formFields.machine,
  };
}
