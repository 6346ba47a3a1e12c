import type { Cohort } from '../cohort/cohort.ts';
import { daysAfter } from '../time/minute.ts';
import type { Frame } from './content/frame.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { type Addressed, looksOf, need, type Writing } from './writing.ts';

const productName = 'Reverse Mentoring';

export async function signIn<Drawn>(
  letter: Letter,
  { address }: Material,
  { link, banner, draw }: Writing<Drawn>,
): Promise<Drawn & Addressed> {
  const request = need(letter.subject.signIn, 'sign-in request');
  if (!('memberId' in letter.to)) throw new Error('a sign-in goes to a member of the desk');
  const page = await link('sign-in', { member: letter.to.memberId, id: request.id }, need(letter.notAfter, 'expiry'));
  const frame: Frame = {
    language: request.language ?? 'en',
    address: 'sie',
    programme: productName,
    banner,
    coordinators: [],
    independentContacts: [],
    logSession: null,
    me: null,
    stop: null,
    accent: null,
    logo: null,
  };
  return {
    ...draw('sign-in', { link: page, minutes: 15 }, frame),
    to: { name: '', address: need(address, 'address') },
    from: productName,
    list: 'desk',
  };
}

export async function help<Drawn>(
  cohort: Cohort,
  { help: request, contact }: Material,
  { link, banner, draw }: Writing<Drawn>,
): Promise<Drawn & Addressed> {
  const { name, address } = need(contact, 'contact');
  const { helpId, askedAt } = need(request, 'help request');
  const page = await link('help', { help: helpId }, daysAfter(askedAt, 90));
  const frame: Frame = {
    language: cohort.language,
    address: cohort.addressForm,
    programme: cohort.branding.programme,
    signature: cohort.branding.signature || undefined,
    banner,
    coordinators: [],
    independentContacts: [],
    logSession: null,
    me: null,
    stop: null,
    ...looksOf(cohort),
  };
  return {
    ...draw('help', { person: { name, callName: name.split(' ')[0] || name }, page }, frame),
    to: { name, address },
    from: cohort.branding.programme,
    list: 'help',
  };
}
