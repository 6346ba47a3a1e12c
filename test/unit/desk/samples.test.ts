import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
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

const gallery = `${home}/launch/letters`;
const letterPage = async (query: string) => (await browser.get(`${gallery}?${query}`)).body;
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
    const { body } = await browser.get(`${home}/launch`);
    expect(body).toContain('launch/letters?to=junior');
    expect(body).toContain('launch/letters?to=senior');
    expect(await letterPage('to=senior&kind=confirm')).toContain('Reverse Mentoring: will you take part?');
    expect(await letterPage('to=senior&kind=consent-senior')).toContain('Ann Berg would like to mentor you.');
    expect(await letterPage('to=junior&kind=goodbye')).toContain('„Reverse Mentoring“ ist zu Ende: danke');
  });

  it('can all be looked at, by whatever kind', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const kinds = new Set(
      [...(await letterPage('to=junior')).matchAll(/kind=([a-z-]+)/g)].map(([, kind = '']) => kind),
    );
    expect(kinds.size).toBe(16);
    for (const kind of kinds) expect((await browser.get(`${gallery}/shown?kind=${kind}`)).status).toBe(200);
  });

  it('include those that answer a reply, where replies by mail are read', async () => {
    await browser.post(`${home}/settings`, { ...valuesOf(settings), replyByMail: 'yes' });
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const thanks = await letterPage('kind=thanks');
    expect(thanks).toContain('You have met Alex.');
    expect(thanks).toContain('60 minutes');
    expect(await letterPage('kind=unclear-reply')).toContain('No person has read your reply.');
  });

  it('arrive as they will look, in a frame that may do nothing', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const page = await browser.get(`${gallery}?kind=check-in`);
    expect(page.headers?.['content-security-policy']).toMatch(/default-src 'none'.*; frame-src 'self'$/);
    expect(page.body).toContain('<iframe src="/desk/cohorts/');
    const { body, headers } = await browser.get(`${gallery}/shown?kind=check-in&mode=dark`);
    expect(headers?.['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/);
    expect(body).toContain('Have you met Alex since our last message?');
    expect(body).toContain('@media all');
  });

  it('name a real partner with whom there is most to talk about', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en', topics: ['video'] });
    await enrolled({ name: 'Aaron Dorn', role: 'senior', language: 'en' });
    await enrolled({ name: 'Cleo Ernst', role: 'senior', language: 'en', topics: ['video'] });
    const toAnn = await letterPage('to=junior&kind=introduction');
    expect(toAnn).toContain('cleo@example.org');
    expect(toAnn).not.toContain('aaron@example.org');
  });

  it('name an invented partner where there is nobody of the other role', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    expect(await letterPage('to=junior&kind=introduction')).toContain('Alex Example');
  });

  it('carry previews only, and leave nothing behind', async () => {
    await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const links = (
      await Promise.all(['confirm', 'consent-junior', 'check-in'].map((kind) => letterPage(`kind=${kind}`)))
    ).flatMap(linksIn);
    const opened = { answer: 'answer', confirm: 'confirm', consent: 'consent', me: 'me', stop: 'unsubscribe' };
    expect([...new Set(links.map((link) => link.split('/')[3]))].sort()).toEqual(Object.keys(opened).sort());
    for (const link of links) {
      const [, payload = ''] = (link.split('/')[4] ?? '').split('.');
      const { claims } = JSON.parse(Buffer.from(payload, 'base64url').toString());
      expect(claims).toMatchObject({
        cohort: cohort.cohortId,
        as: new Map(Object.entries(opened)).get(link.split('/')[3] ?? ''),
      });
    }
    expect(await stored()).toEqual({ letters: [], pairs: [] });
  });

  it('go to whoever asks for them, once for each press of the button', async () => {
    const ann = await enrolled({ name: 'Ann Berg', role: 'junior', language: 'en' });
    const round = 'rnd_0000000001';
    for (let press = 0; press < 2; press++) {
      const reply = await browser.post(`${gallery}?to=junior&kind=check-in`, { round, what: 'all' });
      expect(reply.headers?.location).toContain('&sent=16');
    }
    const planned = (await stored()).letters;
    expect(planned).toHaveLength(16);
    for (const { kind, to, subject } of planned) {
      expect({ kind, person: subject.sample?.personId }).toEqual({ kind: 'sample', person: ann.personId });
      expect(to).toHaveProperty('memberId');
    }
    await browser.post(`${gallery}?to=junior&kind=check-in`, { round: 'rnd_0000000002', what: 'one' });
    expect((await stored()).letters).toHaveLength(17);
  });
});
