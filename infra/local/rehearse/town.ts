import { replyTo } from '../inbound/reply.ts';
import type { Stage } from '../stage.ts';
import { type Browser, startBrowser } from './browser.ts';
import { startDiary } from './diary.ts';
import { type Letter, readMail } from './mail.ts';

/** What people can do with a stage: open pages, get mail, let time pass. */
export type StageOfPeople = Pick<
  Stage,
  'fetch' | 'now' | 'settle' | 'advance' | 'advanceTo' | 'next' | 'mail' | 'receive'
>;

/** Somebody with a mailbox. What they do with a letter takes its time in `town.pause`. */
export interface Resident {
  readonly address: string;
  /** Called when a letter has arrived. */
  read?(letter: Letter): Promise<void>;
}

/** What one person needs of the world: time that passes, a browser, and letters. */
export interface Street {
  now(): number;
  /** Lets stage time pass for the one who acts. */
  pause(seconds: number): Promise<void>;
  browser(language?: 'de' | 'en'): Browser;
  /** Every letter so far, to one address or to all. */
  letters(address?: string): readonly Letter[];
}

/** The people of a rehearsal, their mailboxes and their time. */
export interface Town extends Street {
  moveIn(resident: Resident): void;
  /** Presses “Reply” in a mail program. */
  reply(letter: Letter, words: string): Promise<void>;
  /** Begins something that nobody's letter has caused. */
  begin(what: () => Promise<void>, at?: number): void;
  /** Runs until `done`, or until nothing is due any more; answers whether it is done. */
  live(done: () => boolean | Promise<boolean>, onProgress?: (now: number) => void): Promise<boolean>;
}

export function openTown(stage: StageOfPeople): Town {
  const diary = startDiary();
  const residents = new Map<string, Resident>();
  const letters: Letter[] = [];
  let opened = 0;

  /** Mail that came since the last look goes to those who live here. */
  async function deliver(): Promise<void> {
    for (const raw of stage.mail().slice(opened)) {
      opened++;
      const letter = await readMail(raw);
      letters.push(letter);
      const resident = residents.get(letter.to.toLowerCase());
      if (resident?.read) diary.begin(stage.now(), () => resident.read?.(letter) ?? Promise.resolve());
    }
  }

  return {
    now: stage.now,
    // Whole milliseconds: the stage's clock knows no others.
    pause: (seconds) => diary.until(Math.ceil(stage.now() + seconds * 1000)),
    browser: (language = 'en') => startBrowser({ fetch: stage.fetch, now: stage.now, language }),
    moveIn: (resident) => void residents.set(resident.address.toLowerCase(), resident),
    async reply({ messageId }, words) {
      const mail = stage.mail().find((one) => one.messageId === messageId);
      if (mail) stage.receive({ raw: await replyTo(mail, words, stage.now()) });
    },
    begin: (what, at = stage.now()) => diary.begin(at, what),
    letters: (address) => (address === undefined ? letters : letters.filter(({ to }) => to === address)),
    async live(done, onProgress) {
      for (;;) {
        await stage.settle();
        await deliver();
        onProgress?.(stage.now());
        const act = diary.next();
        if (act !== undefined && act <= stage.now()) {
          await diary.run(stage.now());
          continue;
        }
        if (await done()) return true;
        const due = stage.next();
        if (act === undefined && due === undefined) return false;
        if (due !== undefined && (act === undefined || Date.parse(due) <= act)) await stage.advance();
        else if (act !== undefined) await stage.advanceTo(new Date(act).toISOString());
      }
    },
  };
}
