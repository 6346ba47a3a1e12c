import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/desk/settings/fields.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { cohort, cohortId, command, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});

type Person = { name: string; role: 'junior' | 'senior'; language: 'de' | 'en'; topics?: string[] };

let count = 0;
async function enrolled({ name, role, language, topics = [] }: Person): Promise<Participant> {
  count += 1;
  const personId = PersonId.parse(`per_0000000${count}`);
  const key = count.toString(16).padStart(32, '0');
  const result = await desk.table.change(
    participants,
    { cohortId, personId },
    command,
    (): Step<Participant> => ({
      to: {
        cohortId,
        personId,
        role,
        state: 'enrolled',
        name,
        address: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
        hr: { employeeKey: key, level: role === 'junior' ? 2 : 6, managerKey: 'top', status: 'active' },
        self: {
          topics,
          languages: [language],
          letterLanguage: language,
          timeZone: 'Europe/Berlin',
          hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
          capacity: 1,
          pleaseNot: [],
          meetingMode: 'any',
        },
        slots: {},
        capacity: 1,
        stopped: [],
        pauses: 0,
        mail: 'ok',
      },
    }),
  );
  if (!result.ok) throw new Error(result.refused);
  return result.item;
}

const launchPage = async () => (await browser.get(`${home}/launch`)).body;
const linksIn = (html: string) => [...html.matchAll(/<a href="(https:[^"]+)"/g)].map(([, link = '']) => link);
const stored = async () => ({
  letters: (
    await Promise.all(
      partitionsOf(cohortId).map((pk) => Array.fromAsync(desk.table.list(letters, [pk], prefixOf.letter))),
    )
  ).flat(),
  pairs: (
    await Promise.all(partitionsOf(cohortId).map((pk) => Array.fromAsync(desk.table.list(pairs, [pk], prefixOf.pair))))
  ).flat(),
});

describe('the letters before a launch', () => {
  it('are shown for a real junior and a real senior, each in the language of that person', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'de' });
    await enrolled({ name: 'Bo Chen', role: 'senior', language: 'en' });
    const body = await launchPage();
    expect(body.match(/<summary>/g)).toHaveLength(20);
    expect(body.match(/<details open/g)).toHaveLength(1);
    for (const subject of [
      'Reverse Mentoring: will you take part?',
      'Reverse Mentoring: your answer is still missing',
      '“Reverse Mentoring” has ended: thank you',
      '„Reverse Mentoring“ ist zu Ende: danke',
    ]) {
      expect(body).toContain(subject);
    }
  });

  it('name a real partner with whom there is most to talk about', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en', topics: ['video'] });
    await enrolled({ name: 'Aaron Dorn', role: 'senior', language: 'en' });
    await enrolled({ name: 'Cleo Ernst', role: 'senior', language: 'en', topics: ['video'] });
    const toAnn = (await launchPage()).split('To Aaron')[0];
    expect(toAnn).toContain('cleo@example.org');
    expect(toAnn).not.toContain('aaron@example.org');
  });

  it('name an invented partner where there is nobody of the other role', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    expect(await launchPage()).toContain('Alex Example');
  });

  it('carry previews only, and leave nothing behind', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const links = linksIn(await launchPage());
    const pages = new Set(links.map((link) => link.split('/')[3]));
    expect([...pages].sort()).toEqual(['answer', 'confirm', 'me', 'stop']);
    const claims = links.map((link) => {
      const [, payload = ''] = (link.split('/')[4] ?? '').split('.');
      return JSON.parse(Buffer.from(payload, 'base64url').toString()).claims;
    });
    for (const [place, link] of links.entries()) {
      const as = { answer: 'answer', confirm: 'confirm', me: 'me', stop: 'unsubscribe' }[link.split('/')[3] ?? ''];
      expect(claims[place]).toMatchObject({ cohort: cohort.cohortId, as });
    }
    expect(await stored()).toEqual({ letters: [], pairs: [] });
  });
});
