import type { Character } from './character.ts';
import type { Letter } from './mail.ts';
import type { Page } from './page.ts';
import type { Memory } from './participant.ts';
import type { Hands } from './person.ts';

interface Needs {
  readonly character: Character;
  readonly hands: Hands;
  readonly memory: Memory;
  did(what: string, page: Page): void;
}

const isQuestion = ({ href }: { href: string }) => /\/consent\//.test(href);

/** How somebody answers the letters that ask about a pair, each of which may come twice. */
export function answersAboutPairs({ character: { consents }, hands, memory, did }: Needs) {
  const asked = new Set<string>();

  return async function consent(letter: Letter): Promise<void> {
    const [yes, no] = letter.links.filter(isQuestion);
    if (!yes || !no || consents === 'never') return;
    const question = new URL(yes.href).pathname;
    const reminded = asked.has(question);
    asked.add(question);
    if (memory.consented.has(question) || (consents === 'when reminded' && !reminded)) return;
    const opened = await hands.open((consents === 'no' ? no : yes).href);
    if (opened.status >= 400) return did('comes too late for a pair', { ...opened, status: 200 });
    // A senior whose yes came through although the page that says so got lost.
    if (opened.forms.length === 0) return void memory.consented.add(question);
    const saved = await hands.submit(opened.form());
    did(consents === 'no' ? 'says no to a pair' : 'says yes to a pair', saved);
    if (saved.status < 400) memory.consented.add(question);
  };
}
