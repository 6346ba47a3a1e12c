import { words } from '../../shared/desk/words.ts';
import { type LetterVariables, type WrittenKind, write, writtenKinds } from '../../shared/letter/content/contents.ts';
import type { Frame } from '../../shared/letter/content/frame.ts';
import { letterKinds } from '../../shared/letter/kinds.ts';
import { compose } from '../../shared/letter/render/compose.ts';
import { officeOf } from '../../shared/letter/write-invitation.ts';
import { frame, samples } from './samples.ts';

/** A way to speak to a reader. English has one form of address. */
export const forms = [
  { id: 'en', name: 'English', language: 'en', address: 'du' },
  { id: 'de-du', name: 'Deutsch, du', language: 'de', address: 'du' },
  { id: 'de-sie', name: 'Deutsch, Sie', language: 'de', address: 'sie' },
] as const;

/** One letter in one form, as the viewer shows it. */
export interface Shown {
  readonly kind: WrittenKind;
  /** From 1. */
  readonly variant: string;
  readonly label: string;
  readonly form: string;
  readonly subject: string;
  readonly preview: string;
  readonly html: string;
  readonly text: string;
}

export const everyLetter = (banner = frame.banner): Shown[] =>
  writtenKinds.flatMap((kind) => lettersOf(kind, { ...frame, banner }));

function lettersOf<Kind extends WrittenKind>(kind: Kind, of: Frame): Shown[] {
  const variants: LetterVariables[Kind][] = samples[kind];
  return variants.flatMap((variables, index) =>
    forms.map(({ id, language, address }): Shown => {
      const around = { ...of, language, address, ...linksFor(kind), ...officeFor(kind, language) };
      const { subject, html, text } = compose(kind, variables, around);
      const { preview } = write(kind, variables, around);
      const label = 'role' in variables ? `${index + 1}: ${variables.role}` : `${index + 1}`;
      return { kind, variant: `${index + 1}`, label, form: id, subject, preview, html: pictured(html), text };
    }),
  );
}

/** Nobody meets in a pair that has not formed, or that has ended; and a pause or a return is about no pair. */
const withoutPair = /^(confirm|consent|waitlist|leave|partner-left|blocked|goodbye|pause|resume)/;

/** Who takes no part has nothing to log, to pause or to stop. */
const linksFor = (kind: WrittenKind) =>
  letterKinds[kind].to === 'participant'
    ? {
        stop: letterKinds[kind].mayBeStopped ? frame.stop : null,
        logSession: withoutPair.test(kind) ? null : frame.logSession,
      }
    : { logSession: null, me: null, stop: null, coordinators: [], independentContacts: [] };

/** An assistant does not learn which programme it is. */
const officeFor = (kind: WrittenKind, language: Frame['language']) =>
  letterKinds[kind].to === 'assistant' ? { programme: officeOf[language], logo: null, accent: null } : {};

/** The logo of the samples is on no web: the viewer brings it along. */
const pictured = (html: string): string =>
  html.replaceAll(frame.logo?.src ?? '', `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`);

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="280" height="80" viewBox="0 0 280 80"><g fill="#1f4e8c"><circle cx="40" cy="40" r="26" opacity=".55"/><circle cx="66" cy="40" r="26" opacity=".85"/></g><text x="108" y="52" font-family="Georgia,serif" font-size="34" fill="#5b7ea8">Nordlicht</text></svg>';

/** The kinds in the order of the registry, by reader. */
export const groups = [
  { title: 'To participants', to: ['participant'] },
  { title: 'To assistants, coordinators, contacts and HR', to: ['assistant', 'member', 'contact', 'coordinator'] },
].map(({ title, to }) => ({
  title,
  kinds: writtenKinds
    .filter((kind) => to.includes(letterKinds[kind].to))
    .map((kind) => ({ kind, name: words.en.kind[kind] })),
}));
