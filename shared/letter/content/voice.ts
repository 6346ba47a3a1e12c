import * as z from 'zod/mini';
import { Line, Lines, type Person } from './variables.ts';

/** Who speaks, and how: the language of the reader's letters, the cohort's form of address, its name and its greeting. */
export const Voice = z.object({
  language: z.enum(['de', 'en']),
  address: z.enum(['du', 'sie']),
  programme: Line,
  /** Below every letter, in whatever language it is; absent: a greeting in the letter's own language. */
  signature: z.optional(Lines),
});
export type Voice = z.infer<typeof Voice>;

/** One sentence in every form it is needed in. `de` serves where du and Sie read alike. */
export type Words = { de: string; en: string } | { du: string; sie: string; en: string };

/** What a letter's author speaks with. */
export interface Speaker {
  programme: string;
  signature: string | undefined;
  say(words: Words): string;
  /** The person as the reader would name them. */
  named(person: Person): string;
  /** `Dienstag, 1. Dezember 2026` for `2026-12-01`. */
  day(date: string): string;
  /** `Dienstag, 1. Dezember 2026, 10:00 Uhr` for `2026-12-01T10:00`. */
  moment(dateTime: string): string;
}

export function speaker({ language, address, programme, signature }: Voice): Speaker {
  const say = (words: Words) => {
    if (language === 'en') return words.en;
    return 'de' in words ? words.de : words[address];
  };
  const day = (date: string) => format(language, Date.parse(`${date.slice(0, 10)}T00:00Z`));
  return {
    programme,
    signature,
    say,
    named: (person) => (language === 'de' && address === 'sie' ? person.name : person.callName),
    day,
    moment: (dateTime) => `${day(dateTime)}, ${dateTime.slice(11)}${language === 'de' ? '\u00a0Uhr' : ''}`,
  };
}

// A wall date has no zone: it is read as UTC and written as UTC, so that no zone of any machine can move it.
const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const formats = {
  de: new Intl.DateTimeFormat('de-DE', options),
  en: new Intl.DateTimeFormat('en-GB', options),
};

function format(language: Voice['language'], epochMilliseconds: number): string {
  return formats[language].format(epochMilliseconds);
}
