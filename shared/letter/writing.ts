import type { Instant } from '../../events/define.ts';
import type { CheckIn } from '../check-in/check-in.ts';
import type { Cohort } from '../cohort/cohort.ts';
import type { TokenType } from '../token/types.ts';
import { darkened } from './content/accent.ts';
import type { Content } from './content/block.ts';
import type { LetterVariables, WrittenKind } from './content/contents.ts';
import type { Frame } from './content/frame.ts';
import type { CalendarPart, Invitation } from './invitation.ts';

/** Makes a signed link of this type. */
export type Linker = (type: TokenType, claims: Readonly<Record<string, string>>, expires: Instant) => Promise<string>;

/** Draws a letter of which everything is known: as a mail, or as a text alone. `others` go in the same envelope. */
export type Draw<Drawn> = <Kind extends WrittenKind>(
  kind: Kind,
  variables: LetterVariables[Kind],
  frame: Frame,
  others?: readonly Content[],
) => Drawn;

export interface Writing<Drawn> {
  readonly link: Linker;
  readonly origin: string;
  readonly banner: string | null;
  readonly draw: Draw<Drawn>;
  /** For the reader's calendar; absent where nothing is sent. `from` is the name of the organizer. */
  readonly calendar?:
    | ((invitation: Omit<Invitation, 'organizer'> & { readonly from: string }) => CalendarPart)
    | undefined;
  /** The address that a reply to this check-in goes to, until then; absent where the stage takes no mail. */
  readonly replyAddress?: ((checkIn: CheckIn, expires: Instant) => Promise<string | undefined>) | undefined;
}

/** What stands on the envelope. */
export interface Addressed {
  readonly to: { readonly name: string; readonly address: string };
  readonly from: string;
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly listUnsubscribe?: string;
  readonly calendar?: CalendarPart;
  /** What else the reader's calendar is asked to do, as files: a mail program looks at one entry beside the text. */
  readonly alsoInCalendar?: readonly CalendarPart[];
  readonly list: string;
}

/** The frame of a letter to somebody who takes no part: it names no contacts and leads to no pages of a participant. */
export const noParticipant = () => ({
  coordinators: [],
  independentContacts: [],
  logSession: null,
  me: null,
  stop: null,
});

/** A letter of the desk itself, or one that may not show of which programme it is. */
export const noLooks = { accent: null, logo: null } as const;

/** How the cohort's letters look; a colour from before settings refused too light ones is darkened. */
export const looksOf = ({ branding }: Cohort) => ({ accent: darkened(branding.colour), logo: branding.logo ?? null });

/** A broken contract: this letter cannot be written, however often it is tried. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
}

export function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Unwritable(`the letter needs its ${what}`);
  return value;
}
