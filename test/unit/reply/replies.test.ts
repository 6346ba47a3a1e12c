import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dropped } from '../../../shared/reply/automatic.ts';
import { readMail } from '../../../shared/reply/mail.ts';
import { meaningOfMail } from '../../../shared/reply/read.ts';

/** Replies in the shapes of real programs, all written on Thursday, 5 March 2026, by an invented Jonas Weber. */
const folder = new URL('../../data/replies/', import.meta.url);
const jonas = { names: ['Jonas', 'Weber'], today: '2026-03-05' };
const met = (day?: number, minutes?: number) =>
  day === undefined || minutes === undefined
    ? { met: 'yes' }
    : { met: 'yes', session: { date: `2026-03-0${day}`, minutes } };
const no = { met: 'no' };
const date = { met: 'date' };

const said: Readonly<Record<string, object | 'unclear'>> = {
  'apple-iphone-de-session': met(4, 60),
  'apple-iphone-en-yes': met(),
  'apple-mail-de-no': no,
  'apple-mail-html-only': met(3, 90),
  'gmail-android-en-session': met(3, 45),
  'gmail-de-yes': met(),
  'gmail-en-date': date,
  'gmail-html-only': met(3, 45),
  'gmx-html-only': met(3, 90),
  'gmx-text-no': no,
  'k9-de-date': { met: 'date', next: '2026-03-20' },
  'logo-attached-no': no,
  'notes-de-session': met(4, 30),
  'outlook-android-de-yes': met(),
  'outlook-desktop-de-session': met(3, 45),
  'outlook-desktop-en-html-only': met(3, 60),
  'outlook-ios-en-session': met(4, 60),
  'outlook-mac-en-date': date,
  'outlook-web-de-no': no,
  'outlook-web-html-only': date,
  'samsung-de-yes': met(),
  'signed-smime-yes': met(),
  'thunderbird-de-below': met(3, 50),
  'thunderbird-en-yes': met(),
  'unclear-addition-de': 'unclear',
  'unclear-both-en': 'unclear',
  'unclear-nothing': 'unclear',
  'unclear-slash-date-en': 'unclear',
  'unclear-story-de': 'unclear',
};
const nobodyWrote: Readonly<Record<string, string>> = {
  'automatic-exchange-de': 'bounce',
  'automatic-exchange-suppress': 'automatic',
  'automatic-gmail-en': 'automatic',
  'automatic-notes-subject-only': 'automatic',
  'automatic-precedence': 'automatic',
  'automatic-x-autoreply': 'automatic',
  'bounce-empty-return-path': 'bounce',
  'list-mail': 'list',
  'loop-our-own': 'our own',
  'spam-forged-pass': 'spam',
  'spam-verdict': 'spam',
  'virus-verdict': 'virus',
};

async function read(name: string) {
  const mail = await readMail(readFileSync(new URL(`${name}.eml`, folder)));
  if (!mail) throw new Error(`${name} is no mail`);
  return mail;
}
const verdict = (mail: Awaited<ReturnType<typeof read>>) => dropped(mail, 'programme@mentoring.example');

describe('a reply', () => {
  it.each(Object.entries(said))(
    'of %s says what its words say, and nothing of what they quote',
    async (name, means) => {
      const mail = await read(name);
      expect(verdict(mail)).toBeUndefined();
      expect(meaningOfMail(mail, jonas)).toEqual(means);
    },
  );

  it.each(Object.entries(nobodyWrote))('of %s is dropped, because it is %s', async (name, why) => {
    expect(verdict(await read(name))).toBe(why);
  });

  it('is tried in every shape that lies in the folder', () => {
    const names = readdirSync(folder).map((file) => file.replace('.eml', ''));
    expect(Object.keys({ ...said, ...nobodyWrote }).sort()).toEqual(names.sort());
  });
});
