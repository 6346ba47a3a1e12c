import { stages } from '../../infra/config.ts';
import { type Browser, startBrowser } from '../../infra/local/rehearse/browser.ts';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { origin } from './stage.ts';

/** HR's own browser without script, signed in by the mailed link. */
export async function hrAtDesk(stage: Stage): Promise<Browser> {
  const address = stages.local.firstAdmin;
  const browser = startBrowser({ now: stage.now, fetch: stage.fetch });
  const door = await browser.open(`${origin}/desk`);
  await browser.press(door.form('address').fill({ address }));
  await stage.settle();
  const sent = stage.mail().findLast(({ destinations }) => destinations.includes(address));
  if (!sent) throw new Error('HR got no link');
  await browser.press((await browser.open((await readMail(sent)).link(/\/desk\/sign-in\//))).form());
  return browser;
}
