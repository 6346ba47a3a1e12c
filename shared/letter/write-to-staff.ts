import type { Cohort, Language } from '../cohort/cohort.ts';
import { invitationDays } from '../member/staff.ts';
import { daysAfter } from '../time/minute.ts';
import type { Frame } from './content/frame.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { type Addressed, looksOf, need, noLooks, noParticipant, type Writing } from './writing.ts';

const productName = 'Reverse Mentoring';

export async function signIn<Drawn>(
  letter: Letter,
  { address }: Material,
  { link, banner, draw }: Writing<Drawn>,
): Promise<Drawn & Addressed> {
  const request = need(letter.subject.signIn, 'sign-in request');
  if (!('memberId' in letter.to)) throw new Error('a sign-in goes to a member of the desk');
  const page = await link('sign-in', { member: letter.to.memberId, id: request.id }, need(letter.notAfter, 'expiry'));
  return {
    ...draw('sign-in', { link: page, minutes: 15 }, deskFrame(request.language ?? 'en', banner)),
    to: { name: '', address: need(address, 'address') },
    from: productName,
    list: 'desk',
  };
}

/** The letters of the desk itself belong to no cohort. */
const deskFrame = (language: Language, banner: string | null): Frame => ({
  language,
  address: 'sie',
  programme: productName,
  banner,
  ...noParticipant(),
  ...noLooks,
});

/** To a colleague: an invitation to the desk, or what somebody handed over. */
export function toColleague<Drawn>(
  { kind }: Letter,
  { member, invitation, handedOver }: Material,
  { origin, banner, draw }: Writing<Drawn>,
): Drawn & Addressed {
  const { address, name = address, role, language = 'en' } = need(member, 'member');
  const person = { name, callName: name.split(' ')[0] || name };
  const frame = deskFrame(language, banner);
  const desk = `${origin}/desk`;
  const envelope = { to: { name, address }, from: productName, list: 'desk' };
  if (kind === 'desk-invitation') {
    const { by, cohorts } = need(invitation, 'invitation');
    const told = { person, by, role, cohorts: [...cohorts], days: invitationDays, desk };
    return { ...draw('desk-invitation', told, frame), ...envelope };
  }
  const { by, cohorts, about } = need(handedOver, 'hand-over');
  const told = { person, by, cohorts: [...cohorts], tasks: about.tasks, note: about.note || null, desk };
  return { ...draw('hand-over', told, frame), ...envelope };
}

export async function help<Drawn>(
  cohort: Cohort,
  { help: request, contact }: Material,
  { link, banner, draw }: Writing<Drawn>,
): Promise<Drawn & Addressed> {
  const { name, address } = need(contact, 'contact');
  const { helpId, askedAt } = need(request, 'help request');
  const page = await link('help', { help: helpId }, daysAfter(askedAt, 90));
  return {
    ...draw('help', { person: contactPerson(name), page }, contactFrame(cohort, banner)),
    to: { name, address },
    from: cohort.branding.programme,
    list: 'help',
  };
}

/** To a coordinator: how much is open, by its kind. */
export function openTasks<Drawn>(
  cohort: Cohort,
  { contact, tasks = [] }: Material,
  { origin, banner, draw }: Writing<Drawn>,
): Drawn & Addressed {
  const { name, address } = need(contact, 'contact');
  const counts = [...Map.groupBy(tasks, ({ kind }) => kind)].map(([what, all]) => ({ what, count: all.length }));
  const desk = `${origin}/desk/cohorts/${cohort.cohortId}`;
  const told = { person: contactPerson(name), cohort: cohort.name, tasks: counts, desk };
  return {
    ...draw('task', told, contactFrame(cohort, banner)),
    to: { name, address },
    from: cohort.branding.programme,
    list: `${cohort.cohortId.replaceAll('_', '-')}.${new URL(origin).hostname}`,
  };
}

const contactPerson = (name: string) => ({ name, callName: name.split(' ')[0] || name });

/** Whom participants may turn to: of the programme, and without the pages of a participant. */
const contactFrame = (cohort: Cohort, banner: string | null): Frame => ({
  language: cohort.language,
  address: cohort.addressForm,
  programme: cohort.branding.programme,
  signature: cohort.branding.signature || undefined,
  banner,
  ...noParticipant(),
  ...looksOf(cohort),
});
