import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../shared/reply/meaning.ts';

/** A Thursday. */
const today = '2026-03-05';
const of = (text: string) => meaningOf([text], today);
const session = (date: string, minutes: number) => ({ met: 'yes', session: { date, minutes } });

describe('the words of a reply', () => {
  it.each([
    ['ja', { met: 'yes' }],
    ['Yes.', { met: 'yes' }],
    ['Ja, letzte Woche', { met: 'yes' }],
    ['nein', { met: 'no' }],
    ['No, not yet', { met: 'no' }],
    ["we haven't met yet", { met: 'no' }],
    ['Wir haben noch keinen Termin', { met: 'no' }],
    ['no, we have a date', { met: 'date' }],
    ['No, date is set', { met: 'date' }],
    ['No, but we have a date on 20 March', { met: 'date', next: '2026-03-20' }],
    ['Nein, aber wir haben einen Termin am 20. März', { met: 'date', next: '2026-03-20' }],
    ['Nein, wir treffen uns übermorgen', { met: 'date', next: '2026-03-07' }],
    ['nein, der nächste Termin steht: 12.01.2027', { met: 'date', next: '2027-01-12' }],
    // Of last year or of next: a day that has been is no plan.
    ['nein, aber wir haben einen Termin am 20. März 2025', 'unclear'],
    ['Wir werden uns am 20. treffen', { met: 'date', next: '2026-03-20' }],
    ["No. We'll meet on the 20th", { met: 'date', next: '2026-03-20' }],
  ])('“%s” answers whether they have met', (text, means) => {
    expect(of(text)).toEqual(means);
  });

  it.each([
    ['Ja, am 3. getroffen, 45 Minuten', '2026-03-03', 45],
    ['ja am 12. getroffen 90min', '2026-02-12', 90],
    ['Ja, wir haben uns am 3. März für 45 Minuten getroffen.', '2026-03-03', 45],
    ['Ja, am Di., 3.3.26, ca. 50 Min.', '2026-03-03', 50],
    ['Ja, am Dienstag eine Stunde', '2026-03-03', 60],
    ['Ja, vorgestern, anderthalb Stunden', '2026-03-03', 90],
    ['Ja, am 28.12. für 1,5 Stunden', '2025-12-28', 90],
    ['Yes, we met on March 3rd for an hour', '2026-03-03', 60],
    ['Yes - Tuesday, March 3, 2026 - 1 hour 15 minutes', '2026-03-03', 75],
    ['on the 3rd we met for half an hour', '2026-03-03', 30],
    ['Yes, 2026-03-01, 1.5 hours', '2026-03-01', 90],
  ])('“%s” tells day and length of the meeting', (text, date, minutes) => {
    expect(of(text)).toEqual(session(date, minutes));
  });

  it.each([
    'Ja, Termin steht',
    'Yes and no',
    'Ja?',
    'Ja aber nicht lange',
    'Wir haben uns am 3. nicht getroffen',
    'Wir werden uns am 20. nicht treffen',
    'Wir werden uns am Montag nie treffen',
    'no date is set',
    'No date set yet',
    "No date set, we'll meet on the 20th",
    'Wir hatten einen Termin, er wurde abgesagt',
    'Ja, am 5., 45 Minuten',
    'Ja, am Donnerstag, 45 Minuten',
    'Ja, letzten Dienstag, 45 Minuten',
    'Yes, on 3/2, 45 minutes',
    'Ja, am Montag, 3.3., 45 Minuten',
    'Ja, am 31.2., 45 Minuten',
    'Ja, am 20. März 2026, 45 Minuten',
    'Ja, am 2. und am 3., 45 Minuten',
    'Ja, am 3., 700 Minuten',
    'Nein, am 20.',
    '45 Minuten am 3.',
    'Ja, und Sabine war sehr offen',
    'Yes, please call me',
    '',
  ])('“%s” is unclear: it says nothing, too much, or what could be two things', (text) => {
    expect(of(text)).toBe('unclear');
  });

  it('never throws and never finds a day ahead, whatever is written', () => {
    const word = fc.constantFrom(
      'ja',
      'nein',
      'am',
      '3.',
      '31.',
      '2.',
      '3.3.',
      'März',
      '45',
      'Minuten',
      'Montag',
      'getroffen',
      'last',
      'yes',
      'on',
      'the',
      '29th',
      'of',
      'February',
      '1/13',
      'eine',
      'Stunde',
      '2027',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const means = of(text);
          if (means === 'unclear' || means.met !== 'yes' || !means.session) return;
          expect(means.session.date <= today && means.session.minutes >= 5 && means.session.minutes <= 600).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
