import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../infra/local/rehearse/form.ts';
import type { Letter } from '../../infra/local/rehearse/mail.ts';
import { readPage } from '../../infra/local/rehearse/page.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { command } from '../support/command.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, paired, useStage } from '../support/stage.ts';

const here = useStage();

/** Everything but what the sweep and redrive write by themselves. */
const contents = async () => JSON.stringify(await everything(here.stage));
const get = (url: string, method = 'GET') => here.stage.fetch(url, { method });
const open = async (url: string) => {
  const response = await get(url);
  return readPage(url, response.status, response.headers, await response.text());
};
const answerLinks = (letters: readonly Letter[]) =>
  letters.flatMap(({ links }) => links.filter(({ href }) => href.includes('/answer/')));

/** A pair of which nobody has answered the round that HR asked for. */
async function asked() {
  const { stage } = here;
  const cohort = await paired(stage, {
    juniors: 1,
    seniors: 1,
    characters: { junior1: { answers: 0, answersReminder: 0 }, senior1: { answers: 0, answersReminder: 0 } },
  });
  await cohort.askNow();
  await live(cohort, stage, 1);
  const [yes, date, no] = answerLinks(cohort.town.letters(addressOf('junior1')));
  if (!yes || !date || !no) throw new Error('no check-in has come');
  return { cohort, yes: yes.href, date: date.href, no: no.href };
}

const checkIn = async () =>
  ofKind(await everything(here.stage), 'check-in#').find(({ role, askedAt }) => role === 'junior' && askedAt);

describe('a link scanner', () => {
  it('changes nothing by opening every link of every letter', async () => {
    const { cohort } = await asked();
    const before = await contents();
    const alive = [];
    for (const letter of cohort.town.letters()) {
      for (const { href } of letter.links.filter((link) => link.href.startsWith('http'))) {
        const [looked, asked] = [await get(href), await get(href, 'HEAD')];
        expect(looked.status).toBeLessThan(500);
        if (looked.status === 200) alive.push(new URL(href).pathname.split('/')[1]);
        expect([asked.status, [...asked.headers]]).toEqual([looked.status, [...looked.headers]]);
        expect(await asked.text()).toBe('');
        for (const { href: further } of (await open(href)).links) {
          if (further.startsWith('http')) await get(further);
        }
      }
    }
    expect([...new Set(alive)].toSorted()).toEqual(['answer', 'consent', 'me', 'stop']);
    await here.stage.settle();
    expect(await contents()).toBe(before);
  });

  it('is not counted when it presses every button within a second', async () => {
    const { yes } = await asked();
    const form = (await open(yes)).form('P1');
    for (const button of [...form.buttons, ...form.hiddenButtons]) {
      const body = new URLSearchParams(entriesOf(form, button).map(([name, value]) => [name, String(value)]));
      const response = await here.stage.fetch(yes, { method: 'POST', body });
      expect(response.status).toBe(409);
    }
    expect(await checkIn()).toMatchObject({ state: 'asked', suspectAt: expect.any(String) });
  });

  it('does not keep a person from answering afterwards', async () => {
    const { cohort, yes, no } = await asked();
    const { town } = cohort;
    const machine = (await open(no)).form('P1');
    await town.browser().press(machine);
    town.begin(async () => {
      await town.pause(60);
      const page = await town.browser().open(yes);
      await town.pause(30);
      expect((await town.browser().press(page.form('P1'))).status).toBe(200);
    });
    await live(cohort, here.stage, 0.1);
    expect(await checkIn()).toMatchObject({ state: 'answered', answers: { P1: 'yes' } });
  });
});

describe('Save', () => {
  it('has one answer however often it is pressed, and the last one counts', async () => {
    const { cohort, yes, date } = await asked();
    const { town } = cohort;
    town.begin(async () => {
      const browser = town.browser();
      const form = (await browser.open(yes)).form('P1');
      await town.pause(30);
      for (let press = 0; press < 3; press++) expect((await browser.press(form)).status).toBe(200);
      const other = (await browser.open(date)).form('P1');
      await town.pause(30);
      expect((await browser.press(other)).status).toBe(200);
    });
    await live(cohort, here.stage, 0.1);
    expect(await checkIn()).toMatchObject({ state: 'answered', answers: { P1: 'date' } });
    expect(await invariants(here.stage)).toEqual([]);
  });

  it('is refused when another site sends it', async () => {
    const { yes } = await asked();
    const response = await here.stage.fetch(yes, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ P1: 'yes' }),
    });
    expect(response.status).toBe(403);
    expect(await checkIn()).toMatchObject({ state: 'asked' });
  });
});

describe('a token', () => {
  it('opens the same neutral page, whether forged, cut off, of another type or expired', async () => {
    const { stage } = here;
    const { cohort, yes } = await asked();
    const token = new URL(yes).pathname.slice('/answer/'.length);
    const [me] = cohort.town
      .letters(addressOf('junior1'))
      .flatMap(({ links }) => links.filter(({ href }) => /\/me\//.test(href)));
    const ofMe = new URL(me?.href ?? '').pathname.split('/')[2];
    const bad = [
      '/answer/none',
      `/answer/${token.slice(0, -2)}`,
      `/answer/${token}x`,
      `/answer/${ofMe}`,
      `/me/${token}`,
      `/confirm/${token}`,
      `/help/${token}`,
      `/stop/${token}`,
      `/enrol/${token}`,
      '/no/such/page',
    ];
    const pages = await Promise.all(
      bad.map(async (path) => {
        const response = await get(path);
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^404 /);
    for (const path of bad) {
      const asked = await get(path, 'HEAD');
      expect(`${asked.status} ${await asked.text()}`).toBe('404 ');
    }

    await live(cohort, stage, 40);
    const late = await get(yes);
    expect(`${late.status} ${await late.text()}`).toBe(pages[0]);
  });
});

it('goes on when the keys are turned: links that are out open, new letters are signed anew, sealed answers are read', async () => {
  const { stage } = here;
  const { cohort, yes } = await asked();
  const { town } = cohort;
  const answerBy = (href: string) =>
    town.begin(async () => {
      const browser = town.browser();
      const form = (await browser.open(href)).form('P1');
      await town.pause(30);
      // Which confidential question it is changes from round to round.
      const id = form.fields.find(({ name }) => /^P[3-6]/.test(name))?.name ?? 'none';
      expect((await browser.press(form.fill({ [id]: form.choices(id)[0] ?? '' }))).status).toBe(200);
    });
  answerBy(yes);
  await live(cohort, stage, 0.1);
  const sealedNow = async () => ofKind(await everything(stage), 'check-in#').flatMap((each) => each.sealed ?? []);
  const before = await sealedNow();
  expect(before).toHaveLength(1);

  const turned = await command(stage, 'rotate-keys', 'local');
  expect(turned).toMatchObject({ code: 0, said: '' });
  expect(turned.out).toContain('answer: key 2 signs from');
  expect((await command(stage, 'rotate-keys', 'local', 'pepper')).code).toBe(1);
  await live(cohort, stage, 0.1);

  // The link is old, the answer that it finds was sealed before, and HR's sign-in of before goes on.
  answerBy(yes);
  await cohort.askNow();
  // One letter in three days is enough for anybody.
  await live(cohort, stage, 4);
  expect(await sealedNow()).toHaveLength(1);
  expect(await sealedNow()).not.toEqual(before);
  const links = answerLinks(town.letters(addressOf('junior1'))).map(({ href }) => new URL(href).pathname.split('/')[2]);
  expect(new Set(links.map((token) => token?.split('.')[0]))).toEqual(new Set(['1', '2']));
  expect(stage.problems()).toEqual([]);
});

it('lets nobody in at the desk without the link that was mailed', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  const page = await open('http://localhost:4400/desk/cohorts/new');
  expect(page.forms.some((form) => form.has('name'))).toBe(false);
  const stranger = cohort.town.browser();
  await stranger.press(
    (await stranger.open('http://localhost:4400/desk')).form('address').fill({ address: 'eve@example.org' }),
  );
  await live(cohort, stage, 0.1);
  expect(stage.mail()).toEqual([]);
});
