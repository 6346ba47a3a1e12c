import { expect, it } from 'vitest';
import { startBrowser } from '../../../infra/local/rehearse/browser.ts';
import { NoSuchField } from '../../../infra/local/rehearse/form.ts';
import { NotOnPage } from '../../../infra/local/rehearse/page.ts';

const html = `<!doctype html><title>Form</title><a href="next?x=1">Next  page</a><a href="/trap" aria-hidden="true">Trap</a>
<form method="post"><input type="hidden" name="rendered" value="t"><label for="n">Name</label><input id="n" name="name" value="Ada">
<label><input type="radio" name="p" value="yes" checked>Yes</label><label><input type="radio" name="p" value="no">No</label>
<input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2">
<select name="s"><option value="a">A</option><option value="b">B</option></select><textarea name="t">
one
two</textarea><input name="off" value="x" disabled>
<button name="by" value="person">Save</button><button name="by" value="machine" tabindex="-1" aria-hidden="true">Save</button></form>`;

interface Sent {
  url: string;
  init: RequestInit;
}

/** A site that answers everything with one page, or as `answer` says. */
function site(answer: (sent: Sent) => Response | undefined = () => undefined) {
  const sent: Sent[] = [];
  const browser = startBrowser({
    now: () => Date.parse('2026-01-12T08:00:00Z'),
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer({ url, init }) ?? new Response(html);
    },
  });
  const last = () => sent.at(-1);
  return { browser, sent, last, header: (name: string) => new Headers(last()?.init.headers).get(name) };
}

it('sends a form as a browser would, by the button that a person can see', async () => {
  const { browser, last, header } = site();
  const page = await browser.open('http://stage/form');
  await browser.press(page.form().fill({ name: 'Grace', p: 'no', c: ['2'] }));
  expect(String(last()?.init.body)).toBe('rendered=t&name=Grace&p=no&c=2&s=a&t=one%0D%0Atwo&by=person');
  expect(last()?.url).toBe('http://stage/form');
  expect(header('origin')).toBe('null');
  expect(header('sec-fetch-site')).toBe('same-origin');
});

it('sees no link and no button that is hidden from people', async () => {
  const { browser } = site();
  const page = await browser.open('http://stage/a/form');
  expect(page.links).toEqual([{ label: 'Next page', href: 'http://stage/a/next?x=1' }]);
  expect(page.form().buttons).toHaveLength(1);
  expect(page.form().hiddenButtons).toHaveLength(1);
});

it('cannot choose what the page does not offer', async () => {
  const { browser } = site();
  const page = await browser.open('http://stage/form');
  expect(() => page.form().fill({ p: 'maybe' })).toThrow(NoSuchField);
  expect(() => page.form().fill({ off: 'y' })).toThrow(NoSuchField);
  expect(() => page.form('address')).toThrow(NotOnPage);
});

it('keeps cookies as a browser does, and follows a 303 by GET', async () => {
  const { browser, last, header } = site(({ init }) =>
    init.method === 'POST'
      ? new Response(null, {
          status: 303,
          headers: [
            ['location', '/desk'],
            ['set-cookie', '__Host-session=1; Path=/; Secure; HttpOnly'],
            ['set-cookie', '__Host-bad=1; Path=/desk; Secure'],
          ],
        })
      : undefined,
  );
  const page = await browser.open('http://stage/form');
  await browser.press(page.form());
  expect(last()?.url).toBe('http://stage/desk');
  expect(last()?.init.method).toBeUndefined();
  expect(header('cookie')).toBe('__Host-session=1');
});

it('uploads a file as multipart', async () => {
  const form =
    '<form method="post" enctype="multipart/form-data"><input type="file" name="file"><button>Go</button></form>';
  const { browser, last } = site(() => new Response(form));
  const page = await browser.open('http://stage/upload');
  await browser.press(page.form().attach('file', { name: 'people.csv', bytes: new TextEncoder().encode('a,b') }));
  const body = last()?.init.body;
  const file = body instanceof FormData ? body.get('file') : undefined;
  expect(file instanceof File && (await file.text())).toBe('a,b');
});
