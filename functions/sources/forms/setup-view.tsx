import type { Source } from '../../../shared/source/source.ts';
import type { CohortVisit } from '../visit.ts';
import { googleScript } from './google-script.ts';
import { flowBody, placeholder, standardBody, steps } from './setup.ts';
import { texts } from './texts.ts';

/** A text to be copied: chosen by one press of a key, and wrapped by the browser. */
function Copy({ name, label, value, rows }: { name: string; label: string; value: string; rows?: number }) {
  return (
    <label for={name}>
      {label}
      {rows === undefined ? (
        <input id={name} type="text" readonly value={value} />
      ) : (
        <textarea id={name} readonly rows={rows} value={value} />
      )}
    </label>
  );
}

/** What to do where the form is, with all that is to be pasted there. The secret only when it has just been made. */
export function Setup({ visit, source, secret }: { visit: CohortVisit; source: Source; secret?: string | undefined }) {
  const { language, needs } = visit;
  const { provider, sourceId } = source;
  const text = texts[language];
  const shown = secret ?? placeholder[language];
  const url = `${needs.origin}/hooks/${sourceId}`;
  return (
    <>
      <ol>
        {steps[language][provider].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Copy name="address" label={text.address} value={provider === 'jotform' ? `${url}/${shown}` : url} />
      {secret === undefined || provider === 'jotform' || provider === 'formbricks' ? null : (
        <Copy name="secret-once" label={text.secret} value={secret} />
      )}
      {secret === undefined ? null : <p class="note care">{text.once}</p>}
      {provider === 'microsoft' ? <Copy name="body" label={text.body} value={flowBody} rows={4} /> : null}
      {provider === 'standard' ? <Copy name="body" label={text.body} value={standardBody} rows={5} /> : null}
      {provider === 'google' ? (
        <Copy name="script" label={text.script} value={googleScript(url, shown)} rows={12} />
      ) : null}
    </>
  );
}
