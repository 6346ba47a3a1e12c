import * as z from 'zod/mini';
import { Accent } from './accent.ts';
import type { Choice } from './block.ts';
import { OwnWords } from './own-words.ts';
import { Address, Line, Link } from './variables.ts';
import { speaker, Voice } from './voice.ts';

const Contact = z.object({ name: Line, email: Address });

/** What stands around every letter of a cohort, whatever the letter says. `null` where a reader has no such thing. */
export const Frame = z.object({
  ...Voice.shape,
  /** The stage's name outside production, else null. */
  banner: z.nullable(Line),
  coordinators: z.array(Contact),
  independentContacts: z.array(Contact),
  logSession: z.nullable(Link),
  me: z.nullable(Link),
  /** Null where this kind may not be stopped. */
  stop: z.nullable(Link),
  accent: z.nullable(Accent),
  logo: z.nullable(z.object({ src: Link, alt: Line })),
  /** What HR adds, in the language of the letter. */
  own: z.optional(OwnWords),
});
export type Frame = z.infer<typeof Frame>;

/** The frame in words. */
export interface Framing {
  banner: string | null;
  talk: { title: string; groups: { label: string; people: string[] }[] } | null;
  links: Choice[];
}

export function framing(frame: Frame): Framing {
  const { say } = speaker(frame);
  const groups = [
    { label: say({ de: 'Koordination', en: 'Coordinators' }), people: frame.coordinators.map(shown) },
    {
      label: say({ de: 'Unabhängig, nicht aus HR', en: 'Independent, not from HR' }),
      people: frame.independentContacts.map(shown),
    },
  ].filter(({ people }) => people.length > 0);
  const links = [
    { label: say({ de: 'Treffen eintragen', en: 'Log a meeting' }), href: frame.logSession },
    { label: say({ de: 'Meine Daten, Pause, Ausstieg', en: 'My data, take a break, leave' }), href: frame.me },
    { label: say({ de: 'Diese Art von E-Mail abbestellen', en: 'Stop this kind of email' }), href: frame.stop },
  ];
  return {
    banner:
      frame.banner === null
        ? null
        : say({
            de: `Probelauf (${frame.banner}): Diese E-Mail ist nicht echt.`,
            en: `Trial run (${frame.banner}): this email is not real.`,
          }),
    talk: groups.length > 0 ? { title: say({ de: 'Fragen? Reden?', en: 'Questions? Want to talk?' }), groups } : null,
    links: links.flatMap(({ label, href }) => (href === null ? [] : [{ label, href }])),
  };
}

function shown({ name, email }: z.infer<typeof Contact>): string {
  return `${name} (${email})`;
}
