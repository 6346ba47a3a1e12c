import { setImmediate } from 'node:timers/promises';
import { stages } from '../../infra/config.ts';
import { startBrowser } from '../../infra/local/rehearse/browser.ts';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { origin } from './stage.ts';

/** HR with many tabs open, who presses without waiting for the page that follows. Answers the status. */
export type Press = (path: string, fields?: Readonly<Record<string, string>>) => Promise<number>;

/** Signs HR in by the mailed link. */
export async function hrInTabs(stage: Stage): Promise<Press> {
  const address = stages.local.firstAdmin;
  let cookie = '';
  const browser = startBrowser({
    now: stage.now,
    fetch(url, init) {
      cookie = new Headers(init.headers).get('cookie') ?? cookie;
      return stage.fetch(url, init);
    },
  });
  const door = await browser.open(`${origin}/desk`);
  await browser.press(door.form('address').fill({ address }));
  await stage.settle();
  const sent = stage.mail().findLast(({ destinations }) => destinations.includes(address));
  if (!sent) throw new Error('HR got no link');
  const welcome = await browser.open((await readMail(sent)).link(/\/desk\/sign-in\//));
  await browser.press(welcome.form());

  return async (path, fields = {}) => {
    const headers = { cookie, origin: 'null', 'sec-fetch-site': 'same-origin', 'accept-language': 'en' };
    const { status } = await stage.fetch(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
    return status;
  };
}

/** Milliseconds of the stage's clock that somebody who lost a race may wait before the next try. */
const patience = 30_000;

/** Everything begins in the same moment, and what follows from it runs beside it. */
export async function together<T>(stage: Stage, deeds: readonly (() => Promise<T>)[]): Promise<T[]> {
  let open = true;
  const done = Promise.all(deeds.map((deed) => deed())).finally(() => {
    open = false;
  });
  while (open) {
    await stage.settle();
    await setImmediate();
    const next = Date.parse(stage.next() ?? '');
    if (open && next - stage.now() < patience) await stage.advance();
  }
  const answers = await done;
  await stage.settle();
  return answers;
}
