import type { Instant } from '../../events/define.ts';
import type { MemberId } from '../../events/ids.ts';
import { type Draft, unnumbered } from '../table/aggregate.ts';
import { minutesAfter } from '../time/minute.ts';
import type { Member } from './member.ts';

/** A link opens the desk for this long, and at most one mail goes to an address in `quietMinutes`. */
export const linkMinutes = 15;
export const quietMinutes = 5;
export const sessionHours = 8;

/** On the HR list now: listed at the desk, or the one whom the stage's config names. An invitation waits for so long. */
export function admitted(memberId: MemberId, member: Member | undefined, firstAdmin: MemberId, at: Instant): boolean {
  return memberId === firstAdmin || (member?.listed === true && !invitationExpired(member, at));
}

/** Invited, and never came in time. */
export const invitationExpired = ({ invited, signedInAt }: Member, at: Instant): boolean =>
  invited !== undefined && at >= invited.until && (signedInAt === undefined || signedInAt < invited.at);

/** A cookie ends with its member's epoch: signing out anywhere, or being taken off the list, ends all of them. */
export const epochOf = (member: Member | undefined): number => member?.epoch ?? 1;

export interface Asked {
  readonly memberId: MemberId;
  readonly address: string;
  readonly firstAdmin: MemberId;
  /** Id of this request for a link. */
  readonly id: string;
  readonly nonceHash: string;
  readonly at: Instant;
}

/** Stands for the browser's nonce where ops made the link by hand: no browser asked for it. */
export const anyBrowser = 'any browser';

/** So many browsers can wait for one link: more than a person has, few enough to keep. */
const mostBrowsers = 20;

/**
 * Somebody asked for a link: the member as it remembers that, and whether a letter goes out. A second browser that asks
 * within five minutes gets no letter of its own, but the one under way opens the desk there too: whoever else types
 * the address must not lock its owner out, and has no use of a link that goes to the owner's inbox.
 */
export function ask(
  member: Member | undefined,
  asked: Asked,
): { readonly to: Draft<Member>; readonly letter: boolean } | { readonly refused: 'not on the list' } {
  if (!admitted(asked.memberId, member, asked.firstAdmin, asked.at)) return { refused: 'not on the list' };
  const { signIn } = member ?? {};
  if (!member || !signIn || asked.at >= minutesAfter(signIn.askedAt, quietMinutes)) {
    const step = askAtOnce(member, asked);
    return 'refused' in step ? step : { ...step, letter: true };
  }
  return { to: { ...unnumbered(member), signIn: { ...signIn, browsers: browsersWith(member, asked) } }, letter: false };
}

/** The browsers that asked while a link can live, this one last. */
function browsersWith(member: Member | undefined, { nonceHash, at }: Asked) {
  const others = (member?.signIn?.browsers ?? []).filter(
    (each) =>
      each.nonceHash !== nonceHash && each.nonceHash !== anyBrowser && at < minutesAfter(each.askedAt, linkMinutes),
  );
  return [...others, { nonceHash, askedAt: at }].slice(-mostBrowsers);
}

/** The same without the rule that spares the inbox. */
export function askAtOnce(
  member: Member | undefined,
  asked: Asked,
): { readonly to: Draft<Member> } | { readonly refused: 'not on the list' } {
  const { memberId, address, firstAdmin, id, at } = asked;
  if (!admitted(memberId, member, firstAdmin, at)) return { refused: 'not on the list' };
  const signIn = { id, askedAt: at, browsers: browsersWith(member, asked) };
  if (member) return { to: { ...unnumbered(member), signIn } };
  return { to: { memberId, address, role: 'admin', listed: false, epoch: 1, signIn } };
}

export type Opening = 'ready' | 'spent' | 'another browser';

/** What a link can do in this browser now. A newer link, a use or 15 minutes make it spent. */
export function openingOf(
  member: Member | undefined,
  { id, nonceHash, at }: { id: string; nonceHash: string | undefined; at: Instant },
): Opening {
  const asked = member?.signIn;
  if (!asked || asked.id !== id || asked.usedAt || at >= minutesAfter(asked.askedAt, linkMinutes)) return 'spent';
  return asked.browsers.some((browser) => browser.nonceHash === anyBrowser || browser.nonceHash === nonceHash)
    ? 'ready'
    : 'another browser';
}

/** Signs in: the link is used up. */
export function signIn(
  member: Member | undefined,
  use: { id: string; nonceHash: string | undefined; at: Instant },
): { readonly to: Draft<Member> } | { readonly refused: Exclude<Opening, 'ready'> } {
  const opening = openingOf(member, use);
  if (opening !== 'ready') return { refused: opening };
  if (!member?.signIn) return { refused: 'spent' };
  return { to: { ...unnumbered(member), signedInAt: use.at, signIn: { ...member.signIn, usedAt: use.at } } };
}

/** Signs in whom the company's own sign-in has named: on the same list as ever. */
export function signInByCompany(
  member: Member | undefined,
  asked: Pick<Asked, 'memberId' | 'firstAdmin' | 'at'> & { readonly firstAddress: string },
): { readonly to: Draft<Member> } | { readonly refused: 'not on the list' } {
  const { memberId, firstAdmin, firstAddress, at } = asked;
  if (!admitted(memberId, member, firstAdmin, at)) return { refused: 'not on the list' };
  if (member) return { to: { ...unnumbered(member), signedInAt: at } };
  return { to: { memberId, address: firstAddress, role: 'admin', listed: false, epoch: 1, signedInAt: at } };
}

/** Signs out for good: cookies cannot be called back, so all of this member's end. */
export function signOut(member: Member | undefined): { readonly to: Draft<Member> } | { readonly refused: string } {
  if (!member) return { refused: 'never signed in' };
  return { to: { ...unnumbered(member), epoch: member.epoch + 1 } };
}
