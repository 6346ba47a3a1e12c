import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId, RunId } from '../../../events/ids.ts';
import { run as compute } from '../../../functions/on-pairing-requested/run.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { type Pair, pairIdOf, pairs } from '../../../shared/pair/pair.ts';
import { progressOf } from '../../../shared/pairing/progress.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { type Draft, unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { triggerAt } from '../../support/local-table.ts';
import { junior, participant, senior } from '../../support/programme.ts';
import { at, cohortId, command, cohort as sample } from '../desk/sample.ts';
import { enrolTwo } from './enrol-two.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const home = `/desk/cohorts/${cohortId}`;
const runId = RunId.parse('run_0a1b2c3d4e5f');
const third = PersonId.parse('per_000000000003');
const here = `${home}/runs/${runId}`;

beforeEach(async () => {
  desk = await openDesk(at);
  browser = await desk.signedIn();
  await desk.table.change(cohorts, { cohortId }, command, () => ({ to: { ...unnumbered(sample), launchedAt: at } }));
  await enrolTwo(desk.table);
  return () => desk.close();
});

async function start(id = runId): Promise<void> {
  await browser.post(`${home}/runs`, { run: id });
}
async function propose(id = runId): Promise<void> {
  await start(id);
  const event = { cohortId, runId: id, detailType: 'pairing.requested.v1' } as Parameters<typeof compute>[0];
  await compute(event, { table: desk.table }, triggerAt(at));
}

describe('a run', () => {
  it('shows how far it is, and looks again by itself until somebody says not to', async () => {
    await start();
    const before = await browser.get(here);
    expect(before.headers?.refresh).toBe('3');
    expect(before.body).toMatch(/<progress [^>]*max="100"/);
    await progressOf(desk.table, { cohortId, runId }, at, () => 10_000)('matching');
    expect((await browser.get(here)).body).toContain('The best assignment is being found');
    expect((await browser.get(here, { query: new URLSearchParams({ stay: 'yes' }) })).headers?.refresh).toBeUndefined();
  });

  it('names both people and the rule when a pin breaks one', async () => {
    await browser.post(`${home}/rules`, { minLevelGap: '4', seen: '1' });
    await browser.post(`${home}/rules/pairs`, { what: 'pin', junior, senior });
    await propose();
    const { body } = await browser.get(here);
    expect(body).toContain('This pairing came to nothing.');
    expect(body).toContain('Jonas Weber · Dr. Sabine Hoffmann</strong>: levels too close');
  });

  it('can be read after a newer one took its place, which shows what it changes', async () => {
    await propose();
    await browser.post(`${home}/rules/pairs`, { what: 'block', junior, senior, back: here });
    const stale = await browser.get(here);
    expect(stale.body).toContain('The rules have changed since this pairing');
    expect(stale.body).toContain('Jonas Weber and Dr. Sabine Hoffmann</strong> keep apart');
    const next = RunId.parse('run_1a1b2c3d4e5f');
    await propose(next);
    const { body } = await browser.get(`${home}/runs/${next}`);
    expect(body).toContain('One pair goes');
    expect(body).toMatch(/Have no partner any more:<\/strong> Dr. Sabine Hoffmann, Jonas Weber/);
    expect((await browser.get(here)).body).toContain('replaced by a newer one');
    expect((await browser.get(`${home}/runs`)).body).toContain('replaced');
  });

  it('is not approved when the rules have changed since', async () => {
    await propose();
    await browser.post(`${home}/rules/pairs`, { what: 'pin', junior, senior, back: here });
    const reply = await browser.post(here);
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('Compute again');
    expect((await desk.table.get(runs, { cohortId, runId }))?.state).toBe('proposed');
  });

  it('is approved as it was seen, and says until when everybody waits', async () => {
    await propose();
    expect((await browser.get(here)).body).toContain('Approve one pair');
    expect((await browser.post(here)).headers?.location).toBe(here);
    expect((await browser.get(here)).body).toContain('Until 20 Mar 2026, 09:00 all pairs say “waiting”');
  });

  it('names hours that would do, to the minute', async () => {
    await desk.table.change(participants, { cohortId, personId: junior }, command, (person) => {
      if (!person) return { refused: 'nobody' };
      const rest = unnumbered(person);
      const hours = [{ weekday: 1, from: '09:00', to: '10:59' }] as const;
      return { to: { ...rest, self: { ...rest.self, hours: [...hours] } } };
    });
    await propose();
    const { body } = await browser.get(here);
    expect(body).toContain('if 1.98 hours in common were enough');
    expect(body).toContain('minOverlapHours=1.98');
  });

  it('says exactly what another choice would cost', async () => {
    await propose();
    const { body } = await browser.get(`${here}/exact`, { query: new URLSearchParams({ junior, senior }) });
    expect(body).toContain('That costs the whole nothing.');
  });
});

describe('the desk, before a run is settled', () => {
  const pages = ['', '/people', '/pairs', '/letters'].map((leaf) => `${home}${leaf}`);
  const known = (more: Partial<Draft<Pair>>): Draft<Pair> => ({
    cohortId,
    pairId: pairIdOf(cohortId, junior, senior),
    junior,
    senior,
    runId,
    state: 'proposed',
    points: {},
    total: 70,
    sessions: 0,
    months: { junior: 0, senior: 0 },
    ...more,
  });
  const question = { askedAt: at, closesAt: '2026-03-11T08:00:00.000Z' };

  it('looks the same whatever the two have answered', async () => {
    await propose();
    await browser.post(here);
    const seen = async (pair: Draft<Pair>) => {
      await desk.table.change(pairs, pair, command, () => ({ to: pair }));
      const bodies = await Promise.all(pages.map(async (page) => (await browser.get(page)).body));
      // Ids of forms and links are made anew for each page.
      return bodies.map((body) => body.replaceAll(/(rnd|run)_[0-9a-z]+/g, '').replaceAll(/enrol\/[^"]+/g, ''));
    };
    const asked = await seen(known({ consent: { junior: question } }));
    expect(asked[2]).toContain('waiting');
    const declined = { junior: { ...question, answer: 'no' as const, answeredAt: at } };
    expect(await seen(known({ consent: declined }))).toEqual(asked);
    const accepted = { junior: { ...question, answer: 'yes' as const, answeredAt: at }, senior: question };
    expect(await seen(known({ state: 'accepted-by-junior', consent: accepted }))).toEqual(asked);
    expect(await seen(known({ state: 'formed', formedAt: at, sessions: 1 }))).toEqual(asked);
    const slots = { [pairIdOf(cohortId, junior, senior)]: 'held' } as const;
    for (const personId of [junior, senior]) {
      await desk.table.change(participants, { cohortId, personId }, command, (current) =>
        current ? { to: { ...unnumbered(current), slots } } : { refused: 'gone' },
      );
    }
    expect(await seen(known({ state: 'formed', formedAt: at }))).toEqual(asked);
  });
});

describe('the waitlist, once a run is settled', () => {
  it('says who is on it, why, and what follows, and can be picked out', async () => {
    const alone = { ...participant('junior', { slots: {} }), personId: third, name: 'Timo Lang', cohortId } as const;
    await desk.table.change(participants, alone, command, () => ({
      to: {
        ...alone,
        confirmedAt: '2026-01-20T08:00:00.000Z',
        self: { ...alone.self, topics: ['Astronomy'] },
        hr: { employeeKey: 'ab'.repeat(16), level: 2, status: 'active' as const, managerKey: 'top' as const },
      },
    }));
    await propose();
    await browser.post(here);
    const people = () => browser.get(`${home}/people`, { query: new URLSearchParams({ state: 'waitlisted' }) });
    expect((await people()).body).toContain('Nobody fits this search');
    await desk.table.change(runs, { cohortId, runId }, command, (current) =>
      current ? { to: { ...unnumbered(current), settledAt: at } } : { refused: 'gone' },
    );
    const { body } = await people();
    expect(body).toContain('Timo Lang');
    expect(body).toContain('no common topic (1)');
    expect(body).toContain('Has priority in the next cohort.');
    expect(body).toContain('waitlist (1)');
  });
});
