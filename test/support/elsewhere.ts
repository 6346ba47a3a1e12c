import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { callOf } from './hooks.ts';

const secretOn = (html: string) => /whsec_[A-Za-z0-9+/=]+/.exec(html)?.[0];

/** HR connects a form elsewhere, and somebody fills it in there; its provider sends it until it is taken, as providers do. */
export async function fillInElsewhere(
  { town, hr }: Rehearsal,
  stage: Stage,
  path: string,
  person: { name: string; email: string },
): Promise<void> {
  const page = await hr.open(`${path}/sources`);
  const once = await hr.send(page.form(/\/sources$/).fill({ name: 'Intranet', provider: 'standard' }));
  const [url = ''] = /http[^"]*\/hooks\/src_\w+/.exec(once.html) ?? [];
  // A page that failed after all was done has shown the secret to nobody: HR makes another.
  const secret = secretOn(once.html) ?? secretOn((await hr.send(once.form('version'), 'rotate')).html) ?? '';
  const body = JSON.stringify({ type: 'form.submitted', timestamp: '', data: person });
  for (let attempt = 0; attempt < 8; attempt++) {
    const { headers, bytes } = await callOf('standard', body, { secret, at: new Date(stage.now()).toISOString() });
    const sent = Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
    const init = { method: 'POST', headers: Object.fromEntries(sent), body: Buffer.from(bytes) };
    const { status } = await stage.fetch(url, init);
    if (status === 200) return;
    if (status < 500) throw new Error(`the form elsewhere was answered ${status}`);
    await town.pause(60);
  }
  throw new Error('the form elsewhere was never taken');
}
