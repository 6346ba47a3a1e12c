import { expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { type Browser, startBrowser } from '../../infra/local/rehearse/browser.ts';
import { type Letter, readMail } from '../../infra/local/rehearse/mail.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { origin, useStage } from '../support/stage.ts';

const here = useStage();
const [boss, petra, carla] = [stages.local.firstAdmin, 'petra.lenz@nordwerk.example', 'carla.conti@nordwerk.example'];

/** Whatever comes within seconds has come: the sender keeps to a rate. */
async function soon(): Promise<void> {
  const { stage } = here;
  await stage.settle();
  while (Date.parse(stage.next() ?? '') - stage.now() < 10_000) {
    await stage.advance();
    await stage.settle();
  }
}

async function lastLetter(address: string): Promise<Letter> {
  await soon();
  const sent = here.stage.mail().findLast(({ destinations }) => destinations.includes(address));
  if (!sent) throw new Error(`nothing came for ${address}`);
  return readMail(sent);
}

/** Somebody's own browser, signed in by the mailed link. */
async function atDesk(address: string): Promise<Browser> {
  const browser = startBrowser({ now: here.stage.now, fetch: here.stage.fetch });
  const door = await browser.open(`${origin}/desk`);
  await browser.press(door.form('address').fill({ address }));
  const welcome = await browser.open((await lastLetter(address)).link(/\/desk\/sign-in\//));
  await browser.press(welcome.form());
  return browser;
}

it('lets HR invite two colleagues, who see what is theirs, and hand over from one to the other', async () => {
  const { stage } = here;
  await stage.reset({ seed: 'staff' });
  const hers = await atDesk(boss);
  const made = await hers.press(
    (await hers.open(`${origin}/desk/cohorts/new`)).form('name').fill({
      name: 'Winter',
      'coordinator-name-0': 'Petra Lenz',
      'coordinator-address-0': petra,
      'independent-name-0': 'Uwe Hansen',
      'independent-address-0': 'uwe.hansen@ombuds.example',
      replyTo: petra,
    }),
  );
  const [cohortId = ''] = /coh_\w+/.exec(made.url) ?? [];
  const invite = async (name: string, address: string, fields: Readonly<Record<string, string>>) => {
    const page = await hers.open(`${origin}/desk/staff/invite`);
    return hers.press(page.form('address').fill({ name, address, language: 'de', ...fields }));
  };
  expect((await invite('Uwe Hansen', 'uwe.hansen@ombuds.example', { cohort: cohortId })).status).toBe(422);
  const team = await invite('Petra Lenz', petra, { role: 'coordinator', cohort: cohortId });
  expect(team.text).toContain('The invitation is on its way.');
  expect((await lastLetter(petra)).subject).toContain('Einladung an den Schreibtisch');
  await invite('Carla Conti', carla, { role: 'coordinator', cohort: cohortId });

  const petras = await atDesk(petra);
  expect((await petras.open(`${origin}/desk`)).text).toContain('Winter');
  expect((await petras.open(`${origin}/desk/cohorts/${cohortId}/settings`)).status).toBe(200);
  for (const path of ['cohorts/new', 'staff/invite', 'cohorts/coh_ffffffffffff']) {
    expect((await petras.open(`${origin}/desk/${path}`)).status).toBe(404);
  }

  const one = await hers.follow(await hers.open(`${origin}/desk/staff`), 'Petra Lenz');
  const form = (await hers.follow(one, 'Hand over their work')).form('to');
  // By name: Carla before the admin, whom nobody has given one.
  const [taker = ''] = form.choices('to').filter((id) => id !== '');
  await hers.press(form.fill({ to: taker, cohort: 'all', note: 'Bis Montag im Urlaub', ends: 'yes' }));

  const news = await lastLetter(carla);
  expect(news.subject).toContain('Übergabe von Petra Lenz');
  expect(news.text).toContain('Bis Montag im Urlaub');
  expect(ofKind(await everything(stage), 'cohort#')).toMatchObject([
    { coordinators: [{ name: 'Carla Conti', address: carla }], replyTo: carla },
  ]);
  expect((await petras.open(`${origin}/desk`)).form('address').has('address')).toBe(true);
  expect((await (await atDesk(carla)).open(`${origin}/desk`)).text).toContain('Winter');
  expect(await invariants(stage)).toEqual([]);
});
