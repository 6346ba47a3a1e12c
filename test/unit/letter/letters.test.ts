import { describe, expect, it } from 'vitest';
import { frame, page, samples } from '../../../infra/letters/samples.ts';
import { contrast, defaultAccent } from '../../../shared/letter/content/accent.ts';
import type { Content } from '../../../shared/letter/content/block.ts';
import {
  type LetterVariables,
  type WrittenKind,
  write,
  writtenKinds,
} from '../../../shared/letter/content/contents.ts';
import { type Composed, compose } from '../../../shared/letter/render/compose.ts';
import { buttonOf, flat, hrefs, leaves, readable, sentences, words } from './reading.ts';

const forms = [
  { language: 'de', address: 'du' },
  { language: 'de', address: 'sie' },
  { language: 'en', address: 'du' },
] as const;
type Form = (typeof forms)[number];

interface Case<Kind extends WrittenKind = WrittenKind> {
  variables: LetterVariables[Kind];
  content(form: Form): Content;
  composed(form: Form): Composed;
}

function casesOf<Kind extends WrittenKind>(kind: Kind): Case<Kind>[] {
  const variants: LetterVariables[Kind][] = samples[kind];
  return variants.map((variables) => ({
    variables,
    content: (form) => write(kind, variables, { ...frame, ...form }),
    composed: (form) => compose(kind, variables, { ...frame, ...form }),
  }));
}

/** Used where they change the words; that the variants differ is tested below. */
const choosesWords = new Set(['role', 'what', 'paired', 'apart', 'met', 'byMail', 'asked.byMail']);

describe.each(writtenKinds)('the letter %s', (kind) => {
  const cases = casesOf(kind);

  it('says in its text part whatever its HTML part says', () => {
    for (const { content, composed } of cases) {
      for (const form of forms) {
        const { html, text } = composed(form);
        const shown = readable(html);
        for (const said of sentences(content(form))) {
          expect(flat(shown)).toContain(flat(said));
          expect(flat(text)).toContain(flat(said));
        }
        expect(hrefs(html).sort()).toEqual((text.match(/https?:\/\/\S+/g) ?? []).sort());
      }
    }
  });

  it('links to https only', () => {
    for (const { composed } of cases) {
      for (const form of forms) {
        for (const href of hrefs(composed(form).html)) expect(href).toMatch(/^https:\/\//);
      }
    }
  });

  it('fits: 998 characters a line, 90 KB', () => {
    for (const { composed } of cases) {
      for (const form of forms) {
        const { html, text } = composed(form);
        for (const line of `${html}\n${text}`.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
        expect(Buffer.byteLength(html)).toBeLessThan(90_000);
      }
    }
  });

  it('leaves no gap and no placeholder', () => {
    for (const { composed } of cases) {
      for (const form of forms) {
        const { subject, html, text } = composed(form);
        for (const part of [subject, html, text])
          expect(part).not.toMatch(/undefined|\bnull\b|\[object|\{\{|\}\}|NaN|Invalid/);
      }
    }
  });

  it('uses every variable in every language', () => {
    for (const form of forms) {
      const used = new Set<string>();
      const given = new Set<string>();
      for (const { variables, content } of cases) {
        const marked = new Map(leaves(variables));
        const said = JSON.stringify(content(form));
        for (const [path, value] of marked) {
          given.add(path);
          const field = path.replace(/^tasks\.\d+\./, '');
          if (choosesWords.has(field) || value === null || said.includes(wording(form, path, value))) used.add(path);
        }
      }
      // Which of the two names is said depends on the form of address.
      const wanted = [...given].filter((path) => !/(callName|name)$/.test(path));
      expect([...used]).toEqual(expect.arrayContaining(wanted));
    }
  });

  it('differs between its variants', () => {
    for (const form of forms) {
      const texts = cases.map(({ content }) => JSON.stringify(content(form)));
      expect(new Set(texts).size).toBe(cases.length);
    }
  });

  it('is translated, sentence by sentence', () => {
    for (const { variables, content } of cases) {
      const values = new Set(leaves(variables).map(([, value]) => String(value)));
      const german = words(content(forms[0]));
      const english = words(content(forms[2]));
      expect(english.length).toBe(german.length);
      german.forEach((said, index) => {
        if (!isValue(said, values)) expect(english[index]).not.toBe(said);
      });
      for (const said of english.filter((sentence) => !isValue(sentence, values))) {
        expect(without(values, said)).not.toMatch(/\b(und|oder|nicht|eine?|der|die|das|Sie|Ihre?|du|dein)\b|[ßäü]/);
      }
    }
  });

  it('says du to some and Sie to others, never both', () => {
    for (const { content } of cases) {
      expect(words(content(forms[1])).join('\n')).not.toMatch(
        /\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]ure\w*|[Ee]uer|ihr)\b/,
      );
      expect(words(content(forms[0])).join('\n')).not.toMatch(/\b(Ihnen|Ihre?[nmrs]?)\b|[a-zäöü,] Sie\b/);
    }
  });

  it('warns outside production, and only there', () => {
    for (const form of forms) {
      for (const variables of samples[kind]) {
        const letter = compose(kind, variables, { ...frame, ...form });
        const real = compose(kind, variables, { ...frame, ...form, banner: null });
        expect(letter.text).toContain('(dev)');
        expect(letter.html).toContain('(dev)');
        expect(`${real.text}${real.html}`).not.toContain('(dev)');
      }
    }
  });
});

describe('a letter', () => {
  const variables = { person: { callName: 'Mia', name: 'Mia Öztürk' } };

  it('names both kinds of contact and only the links that its reader has', () => {
    const { html, text } = compose('resume-receipt', variables, { ...frame, stop: null });
    for (const part of [html, text]) {
      expect(part).toContain('sabine.kraemer@example.com');
      expect(part).toContain('tarek.aydin@example.org');
      expect(part).toContain('My data');
      expect(part).not.toContain('Stop this kind');
    }
    const bare = compose('resume-receipt', variables, {
      ...frame,
      logSession: null,
      me: null,
      stop: null,
      coordinators: [],
      independentContacts: [],
    });
    expect(hrefs(bare.html)).toEqual([]);
  });

  it('shows names as they are written and never as markup', () => {
    const name = '<img src=x onerror=alert(1)> & "Co"';
    const { html, text } = compose('resume-receipt', { person: { callName: name, name } }, frame);
    expect(html).not.toContain('<img src=x');
    expect(readable(html)).toContain(name);
    expect(text).toContain(name);
  });

  it.each(['Mia\r\nBcc: eve@example.com', 'Mia\n', 'Mia\0', ''])('refuses the name %j', (callName) => {
    expect(() => compose('resume-receipt', { person: { callName, name: 'Mia' } }, frame)).toThrow();
  });

  it.each(['http://mentoring.example.com/me', 'javascript:alert(1)', 'http://localhost.evil.example/', 'https://a b'])(
    'refuses the link %s',
    (me) => {
      expect(() => compose('resume-receipt', variables, { ...frame, me })).toThrow();
    },
  );

  it('links to a page on this machine too', () => {
    const { html } = compose('resume-receipt', variables, { ...frame, me: 'http://localhost:4400/me/x' });
    expect(hrefs(html)).toContain('http://localhost:4400/me/x');
  });

  it('gives the answers of a question the same weight', () => {
    const { html } = compose('confirm', samples.confirm[0] ?? never(), frame);
    const [yes, no] = ['yes', 'no'].map((answer) => buttonOf(html, `${page('confirm')}?answer=${answer}`));
    expect(yes).toBe(no);
  });

  it('wears the colour of the cohort where white is readable on it', () => {
    expect(contrast(defaultAccent, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(compose('task', samples.task[0] ?? never(), { ...frame, accent: '#7a1f5c' }).html).toContain('#7a1f5c');
    expect(() => compose('resume-receipt', variables, { ...frame, accent: '#ffd966' })).toThrow(/readable/);
  });
});

const months = { de: 'Dezember', en: 'December' };

/** How a variable is worded in a letter: dates by their year and month, numbers as they are. */
function wording({ language }: Form, path: string, value: unknown): string {
  const text = String(value);
  if (/^\d{4}-12-\d\d/.test(text)) return months[language];
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 4);
  return path === 'sessions' && Number(value) < 2 ? '' : text;
}

function isValue(said: string, values: Set<string>): boolean {
  return values.has(said) || said === frame.programme || [...values].some((value) => said.startsWith(`${value},`));
}

/** A name may be German in any letter. */
const without = (values: Set<string>, said: string): string =>
  [...values].sort((a, b) => b.length - a.length).reduce((rest, value) => rest.replaceAll(value, ''), said);

function never(): never {
  throw new Error('there is no sample');
}
