import { expect, it } from 'vitest';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { aCohort, addressOf, live, useStage } from '../support/stage.ts';
import { theDesk } from '../support/the-desk.ts';

const here = useStage();

/** What somebody can open or has received, by what it is. */
type Seen = ReadonlyMap<string, string>;

/** Signed tokens carry the moment at which they were made. */
const withoutTokens = (text: string) => text.replaceAll(/\b[\w-]+\.eyJ[\w-]+\.[\w-]{22}/g, 'TOKEN');

/**
 * Two pairs are proposed on Thursday, 15 January. The junior of one says no, says yes, or says nothing; the other junior
 * says nothing in every world, so that the run stays open until its deadline.
 */
async function world(answer: 'yes' | 'no' | undefined) {
  const { stage } = here;
  const silent = { consents: 'never' } as const;
  const cohort = await aCohort(stage, { characters: { junior1: silent, junior2: silent } });
  const { town, hr, plan } = cohort;
  await cohort.launch();
  await live(cohort, stage, 3);
  await cohort.pairUp();
  await live(cohort, stage, 0.2);
  const junior = addressOf('junior1');
  if (answer) {
    const link =
      town
        .letters(junior)
        .at(-1)
        ?.links.find(({ href }) => href.endsWith(`answer=${answer}`))?.href ?? '';
    town.begin(async () => {
      const browser = town.browser();
      const page = await browser.open(link);
      await town.pause(30);
      expect((await browser.press(page.form())).status).toBe(200);
    });
  }
  const items = await everything(stage);
  const addresses = new Map(ofKind(items, 'participant#').map((each) => [each.personId, String(each.address)]));
  const pair = ofKind(items, 'pair#').find((each) => addresses.get(each.junior) === junior);
  const senior = addresses.get(pair?.senior) ?? '';

  const receivedBy = (...people: string[]) =>
    people.flatMap((who) =>
      town
        .letters(who)
        .map(({ at, subject, text }, place): [string, string] => [
          `letter ${place} to ${who}`,
          withoutTokens(`${at} ${subject}\n${text}`),
        ]),
    );

  async function look(at: string): Promise<{ hr: Seen; senior: Seen }> {
    await live(cohort, stage, (Date.parse(at) - stage.now()) / 86_400_000);
    const desk = [...(await theDesk(cohort))].map(([path, { html }]): [string, string] => [path, withoutTokens(html)]);
    const me = town.letters(senior)[0]?.link(/\/me\/[^/]+$/) ?? '';
    const mine: [string, string][] = [];
    for (const leaf of ['', '/data', '/letters', '/session', '/pause', '/leave']) {
      mine.push([`me${leaf}`, withoutTokens(await (await stage.fetch(`${me}${leaf}`)).text())]);
    }
    const coordinators = plan.coordinators.map(({ address }) => address);
    return {
      hr: new Map([...desk, ...receivedBy(hr.address, ...coordinators)]),
      senior: new Map([...mine, ...receivedBy(senior)]),
    };
  }

  return {
    'an hour later': await look('2026-01-15T16:00:00.000Z'),
    'after the reminder, and once the question is closed': await look('2026-01-30T12:00:00.000Z'),
    'after the run was settled': await look('2026-02-04T12:00:00.000Z'),
  };
}

function equal(one: Seen, other: Seen, when: string): void {
  expect([...one.keys()], when).toEqual([...other.keys()]);
  for (const [what, text] of one) expect(text, `${what}, ${when}`).toBe(other.get(what));
}

it('tells nobody a no from a silence, and HR nothing at all before the run is settled', {
  timeout: 240_000,
}, async () => {
  const [refused, silent, agreed] = [await world('no'), await world(undefined), await world('yes')];
  for (const [when, { hr, senior }] of Object.entries(refused)) {
    const other = silent[when as keyof typeof silent];
    equal(hr, other.hr, `HR ${when}`);
    equal(senior, other.senior, `the senior ${when}`);
    expect(hr.size).toBeGreaterThan(15);
    if (when !== 'after the run was settled') equal(hr, agreed[when as keyof typeof agreed].hr, `HR ${when}`);
  }
  const [last, formed] = [refused['after the run was settled'], agreed['after the run was settled']];
  expect([...formed.hr].some(([path, html]) => last.hr.get(path) !== html)).toBe(true);
  expect(formed.senior.size).toBeGreaterThan(last.senior.size);
});
