import { setTimeout as sleep } from 'node:timers/promises';
import { type Fetch, startBrowser } from '../../infra/local/rehearse/browser.ts';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import type { Street } from '../../infra/local/rehearse/town.ts';
import type { Mailbox } from './mailbox.ts';

/** The world as it is: time passes by itself, and whoever waits looks for letters meanwhile. */
export async function realTown(fetch: Fetch, mailbox: Mailbox): Promise<Street> {
  const letters = new Map<string, Letter>();
  const look = async () => {
    for (const letter of await mailbox.look()) {
      if (!letters.has(letter.messageId)) letters.set(letter.messageId, letter);
    }
  };
  await look();
  return {
    now: Date.now,
    async pause(seconds) {
      await sleep(seconds * 1000);
      await look();
    },
    browser: (language = 'en') => startBrowser({ fetch, now: Date.now, language }),
    letters: (address) =>
      [...letters.values()].filter(({ to }) => address === undefined || to === address.toLowerCase()),
  };
}
