import type { Random } from '../clock/random.ts';
import type { Browser } from './browser.ts';
import type { Form } from './form.ts';
import type { Page } from './page.ts';
import type { Street } from './town.ts';

/** What everybody does with pages: reads them for a while, and tries again when the other side has trouble. */
export interface Hands {
  readonly browser: Browser;
  open(url: string): Promise<Page>;
  follow(page: Page, wanted: string | RegExp): Promise<Page>;
  /** Presses a button after the time that a person takes over a page. */
  submit(form: Form, button?: string | RegExp): Promise<Page>;
  /** Reading, thinking, looking for a calendar: 20 to 90 seconds. */
  think(): Promise<void>;
}

const tries = 8;

export function handsOf(town: Street, random: Random, language: 'de' | 'en'): Hands {
  const browser = town.browser(language);
  const think = () => town.pause(20 + Math.floor(70 * random.next()));
  /** Tries again after a minute, by `again` or as at first. */
  const patiently = async (act: () => Promise<Page>, again?: (failed: Page) => Promise<Page>): Promise<Page> => {
    let page = await act();
    for (let attempt = 1; page.status >= 500 && attempt < tries; attempt++) {
      await town.pause(60);
      page = await (again?.(page) ?? act());
    }
    return page;
  };
  return {
    browser,
    think,
    open: (url) => patiently(() => browser.open(url)),
    follow: (page, wanted) => patiently(() => browser.follow(page, wanted)),
    async submit(form, button) {
      await think();
      const press = () => browser.press(form, button);
      // Where the form went through and only the page after it failed, people reload that page.
      return patiently(press, (failed) => (failed.url === form.action ? press() : browser.open(failed.url)));
    },
  };
}
