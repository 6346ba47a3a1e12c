import { type Form, readForm } from './form.ts';
import { attribute, elements, invisible, readHtml, textOf } from './tree.ts';

export interface PageLink {
  readonly label: string;
  readonly href: string;
}

/** A page as it arrived: what it says, where it leads, what can be filled in. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly title: string;
  readonly text: string;
  /** Those that a person can see. */
  readonly links: readonly PageLink[];
  readonly forms: readonly Form[];
  /** The link whose label or address fits. @throws NotOnPage */
  link(wanted: string | RegExp): string;
  /** The form with such a field or button. Without an argument: the page's only form that posts. @throws NotOnPage */
  form(wanted?: string | RegExp): Form;
}

export class NotOnPage extends Error {
  override readonly name = 'NotOnPage';
  constructor(wanted: string, { url, status, text }: Pick<Page, 'url' | 'status' | 'text'>) {
    // The path of a page may hold a token: only its beginning is told.
    super(`no ${wanted} on ${new URL(url).pathname.slice(0, 24)} (${status}): ${text.slice(0, 400)}`);
  }
}

export function readPage(url: string, status: number, headers: Headers, html: string): Page {
  const tree = readHtml(html);
  const all = [...elements(tree)];
  const forms = all.filter(({ tagName }) => tagName === 'form').map((form) => readForm(form, all, url));
  const links = all.flatMap((each) => {
    const href = attribute(each, 'href');
    return each.tagName === 'a' && href !== undefined && !invisible(each)
      ? [{ label: textOf(each), href: new URL(href, url).href }]
      : [];
  });
  const title = all.find(({ tagName }) => tagName === 'title');
  const page: Page = {
    url,
    status,
    headers,
    html,
    title: title ? title.childNodes.map((node) => ('value' in node ? node.value : '')).join('') : '',
    text: textOf(tree),
    links,
    forms,
    link(wanted) {
      const fits = ({ label, href }: PageLink) =>
        typeof wanted === 'string' ? label === wanted : wanted.test(label) || wanted.test(new URL(href).pathname);
      const found = links.find(fits);
      if (!found) throw new NotOnPage(`link ${wanted}`, page);
      return found.href;
    },
    form(wanted) {
      const posting = forms.filter(({ method }) => method === 'post');
      const fits = (form: Form) => {
        if (wanted === undefined) return true;
        if (typeof wanted === 'string') return form.has(wanted) || form.buttons.some(({ value }) => value === wanted);
        return form.buttons.some(({ label }) => wanted.test(label)) || wanted.test(new URL(form.action).pathname);
      };
      const found = posting.find(fits);
      if (!found) throw new NotOnPage(`form ${wanted ?? ''}`, page);
      return found;
    },
  };
  return page;
}
