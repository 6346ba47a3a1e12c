import { cookieJar } from './cookies.ts';
import { type Button, entriesOf, type Form } from './form.ts';
import { type Page, readPage } from './page.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A browser without script for pages that a server renders: it can only do what a person could do by hand. */
export interface Browser {
  /** Opens an address, as from a letter or typed. */
  open(url: string): Promise<Page>;
  /** Follows a link of a page. */
  follow(page: Page, wanted: string | RegExp): Promise<Page>;
  /** Presses a button that people can see (the first, unless its label or value is named) and follows to the next page. */
  press(form: Form, button?: string | RegExp): Promise<Page>;
}

export interface BrowserNeeds {
  fetch: Fetch;
  /** Stage time in milliseconds. */
  now(): number;
  /** What the browser prefers. */
  language?: 'de' | 'en';
}

const mostRedirects = 5;

export function startBrowser({ fetch, now, language = 'en' }: BrowserNeeds): Browser {
  const jar = cookieJar();

  async function request(url: string, init: RequestInit, from: 'none' | 'same-origin', hops = 0): Promise<Page> {
    const { pathname } = new URL(url);
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('accept-language', language);
    headers.set('sec-fetch-site', from);
    headers.set('sec-fetch-mode', 'navigate');
    headers.set('sec-fetch-dest', 'document');
    const cookies = jar.header(pathname, now());
    if (cookies !== undefined) headers.set('cookie', cookies);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    jar.take(response.headers.getSetCookie(), now());
    const location = response.headers.get('location');
    if (location !== null && response.status >= 300 && response.status < 400) {
      if (hops === mostRedirects) throw new Error('redirected too often');
      await response.text();
      return request(new URL(location, url).href, {}, from, hops + 1);
    }
    return readPage(url, response.status, response.headers, await response.text());
  }

  return {
    open: (url) => request(url, {}, 'none'),
    follow: (page, wanted) => request(page.link(wanted), {}, 'same-origin'),
    press(form, wanted) {
      const entries = entriesOf(form, buttonOf(form, wanted));
      if (form.method === 'get') {
        const url = new URL(form.action);
        url.search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
        return request(url.href, {}, 'same-origin');
      }
      // `Referrer-Policy: no-referrer` makes browsers hide the origin of a POST, too.
      const headers = { origin: 'null' };
      return request(form.action, { method: 'POST', headers, body: bodyOf(entries, form.multipart) }, 'same-origin');
    },
  };
}

function buttonOf({ buttons }: Form, wanted: string | RegExp | undefined): Button | undefined {
  if (wanted === undefined) return buttons[0];
  const found = buttons.find(({ label, value }) =>
    typeof wanted === 'string' ? label === wanted || value === wanted : wanted.test(label),
  );
  if (!found) throw new Error(`no button ${wanted}; there is ${buttons.map(({ label }) => label).join(', ')}`);
  return found;
}

function bodyOf(entries: ReturnType<typeof entriesOf>, multipart: boolean): URLSearchParams | FormData {
  if (!multipart) {
    return new URLSearchParams(entries.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  }
  const data = new FormData();
  for (const [name, value] of entries) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, new File([Uint8Array.from(value.bytes)], value.name), value.name);
  }
  return data;
}
