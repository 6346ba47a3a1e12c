import { describe, expect, it } from 'vitest';
import { fieldOf, parse, rowsOf, valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { objectionsTo } from '../../../shared/cohort/check.ts';
import { settings } from './sample.ts';

const values = valuesOf(settings);
const errorsOf = (changed: Record<string, string>) => {
  const parsed = parse({ ...values, ...changed }, settings);
  return parsed.ok ? {} : parsed.errors;
};

describe('the form of a cohort', () => {
  it('reads back what it shows', () => {
    expect(parse(values, settings)).toEqual({ ok: true, settings });
  });

  it('takes a colour, a logo with its words, and a greeting of several lines', () => {
    const parsed = parse(
      {
        ...values,
        colour: '#7A1F5C',
        logo: 'https://nordlicht.example/logo.png',
        logoAlt: '',
        signature: 'Bis bald\r\nSabine',
      },
      settings,
    );
    expect(parsed.ok && parsed.settings.branding).toEqual({
      programme: settings.branding.programme,
      colour: '#7a1f5c',
      logo: { src: 'https://nordlicht.example/logo.png', alt: settings.branding.programme },
      signature: 'Bis bald\nSabine',
    });
    expect(errorsOf({ logo: 'http://nordlicht.example/logo.png' })).toEqual({
      logo: { why: 'not a picture on the web' },
    });
  });

  it('refuses a colour on which white text cannot be read, and offers a readable one', () => {
    const today = '2026-03-02';
    const branding = { ...settings.branding, colour: '#ffd966' };
    expect(objectionsTo({ ...settings, branding }, { today, atDesk: new Set(), endMoves: false })).toEqual([
      { path: ['branding', 'colour'], why: 'too light', instead: '#897537' },
    ]);
  });

  it('names the field that is wrong and why', () => {
    expect(errorsOf({ name: ' ' })).toEqual({ name: { why: 'missing' } });
    expect(errorsOf({ topics: '' })).toEqual({ topics: { why: 'missing' } });
    expect(errorsOf({ sessions: 'six' })).toEqual({ sessions: { why: 'not a number' } });
    expect(errorsOf({ sessions: '99' })).toEqual({ sessions: { why: 'too large', max: 24 } });
    expect(errorsOf({ end: '24.12.2026' })).toEqual({ end: { why: 'no such date' } });
    expect(errorsOf({ domains: 'not a domain' })).toEqual({ domains: { why: 'not a domain' } });
  });

  it('keeps the times of consent where a form of before does not ask for them', () => {
    const timers = { ...settings.timers, consentReminder: 2, consentCloses: 5, consentSettles: 10 };
    const { consentReminder: _r, consentCloses: _c, consentSettles: _s, ...before } = values;
    expect(parse(before, { ...settings, timers })).toMatchObject({ settings: { timers } });
    expect(parse({ ...values, consentCloses: '5' }, settings)).toMatchObject({
      settings: { timers: { ...settings.timers, consentCloses: 5 } },
    });
  });

  it('names the row of a contact, also below an empty one', () => {
    const below = { 'independent-name-0': '', 'independent-address-0': '', 'independent-name-1': 'Ida' };
    expect(errorsOf({ ...below, 'independent-address-1': 'ida at home' })).toEqual({
      'independent-address-1': { why: 'not an address' },
    });
    expect(errorsOf({ 'independent-name-0': '', 'independent-address-0': '' })).toEqual({
      'independent-name-0': { why: 'missing' },
    });
  });

  it('takes topics and domains as people type them', () => {
    const parsed = parse({ ...values, topics: ' AI \n\nAI\nMusic', domains: '@Example.org; other.example' }, settings);
    expect(parsed).toMatchObject({
      settings: { topics: ['AI', 'Music'], domains: ['example.org', 'other.example'] },
    });
  });

  it('shows a spare row below the contacts', () => {
    expect(rowsOf(values, 'independent')).toBe(2);
    expect(rowsOf({ 'independent-name-0': 'A', 'independent-name-1': 'B' }, 'independent')).toBe(3);
  });
});

describe('what the shape of the settings cannot say', () => {
  const facts = { today: '2026-03-02', atDesk: new Set(['hanna@example.org']), endMoves: true };
  const why = (changed: Partial<typeof settings>) =>
    objectionsTo({ ...settings, ...changed }, facts).map((each) => `${each.path.join('.')}: ${each.why}`);

  it('has nothing against the defaults', () => {
    expect(why({})).toEqual([]);
  });

  it('wants dates that exist and follow each other', () => {
    expect(why({ holidays: ['2026-02-31'] })).toEqual(['holidays.0: no such date']);
    expect(why({ enrolmentDeadline: '2026-12-01' })).toEqual(['enrolmentDeadline: after the start']);
    expect(why({ end: settings.start })).toEqual(['end: not after the start']);
    expect(why({ timeZone: 'Europe/Atlantis' })).toEqual(['timeZone: no such zone']);
  });

  it('wants the reminder before a question closes, and time for two questions', () => {
    const timers = { ...settings.timers, consentReminder: 7, consentCloses: 7, consentSettles: 13 };
    expect(objectionsTo({ ...settings, timers }, facts)).toEqual([
      { path: ['timers', 'consentReminder'], why: 'not before the close', instead: '6' },
      { path: ['timers', 'consentSettles'], why: 'no time for two questions', instead: '14' },
    ]);
    expect(why({ timers: { ...timers, consentReminder: 6, consentSettles: 14 } })).toEqual([]);
    expect(fieldOf(['timers', 'consentSettles'], values)).toBe('consentSettles');
  });

  it('wants an independent contact who neither coordinates nor works at the desk', () => {
    const objections = objectionsTo(
      { ...settings, independentContacts: [{ name: 'Hanna', address: 'hanna@example.org' }] },
      { ...facts, atDesk: new Set() },
    );
    expect(objections).toEqual([{ path: ['independentContacts', 0, 'address'], why: 'works at the desk' }]);
    expect(fieldOf(['independentContacts', 0, 'address'], values)).toBe('independent-address-0');
  });
});
