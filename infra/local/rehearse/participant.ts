import type { Random } from '../clock/random.ts';
import type { Character } from './character.ts';
import { answersAboutPairs } from './consent.ts';
import type { Form } from './form.ts';
import type { Letter } from './mail.ts';
import type { Page } from './page.ts';
import { handsOf } from './person.ts';
import type { Resident, Town } from './town.ts';

/** What a person was told by a page to have been saved. Whatever of it the stage has lost is a fault. */
export interface Memory {
  confirmed: boolean | undefined;
  /** Questions about a pair that were answered, by the path of their page. */
  readonly consented: Set<string>;
  /** Check-ins that were saved, by the path of their page. */
  readonly answered: Set<string>;
  /** Dates of sessions that were saved. */
  readonly logged: Set<string>;
  readonly did: string[];
  /** What a page answered that a person cannot do anything with. */
  readonly surprises: string[];
}

export interface Participant extends Resident {
  readonly memory: Memory;
  /** Two who meet both know the date. */
  metOn(date: string): void;
}

export interface ParticipantNeeds {
  town: Town;
  address: string;
  role: 'junior' | 'senior';
  language: 'de' | 'en';
  character: Character;
  random: Random;
  /** Weeks until the end, so that nobody meets for ever. */
  sessions: number;
  partner(address: string): Participant | undefined;
}

const hour = 3600;
const day = 24 * hour;

/** A person who knows of the programme only what its letters and pages say. */
export function participant(needs: ParticipantNeeds): Participant {
  const { town, address, role, character, random, sessions } = needs;
  const hands = handsOf(town, random, needs.language);
  const memory: Memory = {
    confirmed: undefined,
    consented: new Set(),
    answered: new Set(),
    logged: new Set(),
    did: [],
    surprises: [],
  };
  const between = (from: number, to: number) => from + (to - from) * random.next();
  const chance = (probability: number) => random.next() < probability;
  const asked = new Set<string>();
  const consent = answersAboutPairs({ character, hands, memory, did: (what, page) => did(what, page) });
  let latest: Letter | undefined;
  let introduced = false;
  let gone = false;

  const did = (what: string, page: Page) => {
    memory.did.push(what);
    if (page.status >= 400) memory.surprises.push(`${what}: ${page.status} ${page.title}`);
  };

  async function read(letter: Letter): Promise<void> {
    latest = letter;
    const has = (path: RegExp) => letter.links.some(({ href }) => path.test(href));
    const soon = has(/\/consent\//) && character.consents === 'at once';
    await town.pause((soon ? 0.1 : between(character.reads.from, character.reads.to)) * hour);
    if (gone) return;
    if (has(/\/confirm\//)) return confirm(letter);
    if (has(/\/consent\//)) return consent(letter);
    if (has(/\/answer\//)) return checkIn(letter);
    if (!introduced && partnerIn(letter)) return introduction(letter);
  }

  async function confirm(letter: Letter): Promise<void> {
    const reminded =
      town.letters(address).filter(({ links }) => links.some(({ href }) => /\/confirm\//.test(href))).length > 1;
    if (character.confirms === 'never' || (character.confirms === 'when reminded' && !reminded)) return;
    if (memory.confirmed !== undefined) return;
    const yes = character.confirms !== 'no';
    const [first, second] = letter.links.filter(({ href }) => /\/confirm\//.test(href));
    const page = await hands.open((yes ? first : second)?.href ?? '');
    const saved = await hands.submit(page.form());
    did(yes ? 'confirms' : 'declines', saved);
    if (saved.status < 400) memory.confirmed = yes;
  }

  async function checkIn(letter: Letter): Promise<void> {
    const [yes, date, no] = letter.links.filter(({ href }) => /\/answer\//.test(href));
    if (!yes || !date || !no) return;
    const page = new URL(yes.href).pathname;
    const again = asked.has(page);
    asked.add(page);
    const number = asked.size;
    const words = again && character.repliesToReminder;
    if (words) return reply(letter, words);
    if (memory.answered.has(page) || !chance(again ? character.answersReminder : character.answers)) return;
    const link = memory.logged.size > 0 ? yes : chance(0.5) ? date : no;
    await answer(link.href, number);
    if (chance(character.changesMind)) {
      await town.pause(between(1, 5) * hour);
      await answer(date.href, number);
    }
  }

  async function reply(letter: Letter, words: string): Promise<void> {
    if (!/reply\+/.test(letter.header('Reply-To') ?? '')) return;
    await town.reply(letter, words);
    memory.did.push('replies');
  }

  async function answer(link: string, number: number): Promise<void> {
    const opened = await hands.open(link);
    if (opened.status >= 400) return did('comes too late for a check-in', { ...opened, status: 200 });
    const saved = await hands.submit(choose(opened.form('P1'), number));
    did('answers', saved);
    if (saved.status < 400) memory.answered.add(new URL(link).pathname);
  }

  /** Whatever the page asks is answered, except that help is asked for once. */
  function choose(form: Form, number: number): Form {
    const { asksForHelp } = character;
    for (const name of new Set(form.fields.filter(({ type }) => type === 'radio').map((field) => field.name))) {
      if (name === 'P1' || name === 'P7' || name === 'fit' || !chance(0.8)) continue;
      form.fill({ [name]: random.pick(form.choices(name)) ?? '' });
    }
    if (form.has('fit')) form.fill({ fit: chance(0.8) ? 'good' : 'not sure' });
    if (form.has('P7')) form.fill({ P7: asksForHelp?.at === number ? asksForHelp.contact : 'no' });
    return form;
  }

  const partnerIn = (letter: Letter) =>
    [...letter.text.matchAll(/[^\s<>()]+@[^\s<>()]+/g)]
      .map(([found]) => needs.partner(found))
      .find((each) => each !== undefined);

  async function introduction(letter: Letter): Promise<void> {
    introduced = true;
    const partner = partnerIn(letter);
    const at = town.now();
    const later = (days: number, what: () => Promise<void>) => town.begin(what, at + days * day * 1000);
    const { pauses, leaves, stopsCheckIns } = character;
    if (pauses) {
      later(pauses.after, () => press('pause', 'pauses'));
      later(pauses.after + pauses.days, () => press('resume', 'resumes'));
    }
    if (leaves) later(leaves.after, () => leave());
    if (stopsCheckIns) later(stopsCheckIns.after, () => stopKind());
    if (role === 'junior' && partner) await meet(partner);
  }

  /** The two meet every month or so; the junior suggests the dates. */
  async function meet(partner: Participant): Promise<void> {
    for (let number = 0; number < sessions; number++) {
      await town.pause((number === 0 ? between(8, 13) : between(24, 33)) * day);
      if (gone) return;
      const date = new Date(town.now()).toISOString().slice(0, 10);
      if (!chance(0.9)) continue;
      partner.metOn(date);
      if (chance(character.logs)) await log(date, true);
    }
  }

  /** Logs a session with the link that every letter has; a page that is closed says that it is over. */
  async function log(date: string, dates: boolean): Promise<void> {
    const link = latest?.links.find(({ href }) => /\/session$/.test(href));
    if (!link) return;
    await town.pause(between(2, 9) * hour);
    const page = await hands.open(link.href);
    if (page.status >= 400 || page.forms.length === 0) return;
    const form = page.form('date').fill({ date });
    if (form.has('minutes')) form.fill({ minutes: random.pick(['45', '60', '75']) ?? '60' });
    if (form.has('movedBy') && chance(0.3)) form.fill({ movedBy: random.pick(form.choices('movedBy')) ?? '' });
    if (dates && form.has('next') && chance(0.5)) {
      form.fill({ next: new Date(Date.parse(date) + 28 * day * 1000).toISOString().slice(0, 10) });
    }
    const saved = await hands.submit(form);
    did('logs a session', saved);
    if (saved.status < 400) memory.logged.add(date);
  }

  /** Everything else starts from the page behind “my data”. */
  async function me(): Promise<Page | undefined> {
    const link = latest?.links.find(({ href }) => /\/me\/[^/]+$/.test(new URL(href, 'http://mail.invalid').pathname));
    const page = link && (await hands.open(link.href));
    return page && page.status < 400 ? page : undefined;
  }

  async function press(path: string, what: string): Promise<void> {
    const page = await me();
    if (!page) return;
    // What is not offered (any more) cannot be done.
    if (!page.links.some(({ href }) => href.endsWith(`/${path}`))) return;
    await hands.think();
    const there = await hands.follow(page, new RegExp(`/${path}$`));
    did(what, await hands.submit(there.form()));
  }

  async function leave(): Promise<void> {
    await press('leave', 'leaves');
    gone = true;
  }

  /** By the link of the letter itself, not by the mail program's button. */
  async function stopKind(): Promise<void> {
    const letter = town.letters(address).findLast(({ links }) => links.some(({ href }) => /\/stop\//.test(href)));
    if (!letter) return;
    const page = await hands.open(letter.link(/\/stop\//));
    did('stops check-ins', await hands.submit(page.form()));
  }

  return {
    address,
    memory,
    read,
    metOn(date) {
      if (chance(character.logs / 2)) town.begin(() => log(date, false));
    },
  };
}
