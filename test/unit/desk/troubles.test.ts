import { beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { draftOf } from '../../../shared/letter/plan.ts';
import { type Parked, parkedItems } from '../../../shared/parked/parked.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { at, cohortId, command, settings } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
const list = `/desk/cohorts/${cohortId}/letters`;
const german = { query: new URLSearchParams('lang=de') };

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});

async function letter(sequence: number, fate: Partial<Letter>): Promise<void> {
  const to = { personId: PersonId.parse('per_01jqa2b3c4d5') };
  const plan = { scope: cohortId, kind: 'confirm' as const, to, subject: {}, sequence };
  const draft = { ...draftOf(plan, at).letter, ...fate };
  await desk.table.change(letters, draft, command, () => ({ to: draft }));
}

describe('what became of letters', () => {
  beforeEach(async () => {
    await letter(1, { state: 'dropped', why: 'stopped by the reader' });
    await letter(2, { state: 'unknown', why: 'SES never told the outcome' });
    await letter(3, { state: 'delivered', why: 'sent again: SES never told the outcome', sentAgain: true });
    await letter(4, { state: 'planned', why: 'Throttling' });
  });

  it('is told with its reason, in English and in German', async () => {
    const english = (await browser.get(list)).body;
    for (const said of [
      'this person stopped such letters',
      'never said what became of it',
      'may have arrived twice',
      'Throttling',
    ])
      expect(english).toContain(said);
    const deutsch = (await browser.get(list, german)).body;
    for (const said of ['von der Person abbestellt', 'nie gemeldet, was daraus wurde', 'vielleicht zweimal angekommen'])
      expect(deutsch).toContain(said);
    expect(deutsch).not.toContain('SES never told');
  });

  it('can be narrowed to the copies that were sent again', async () => {
    const { body } = await browser.get(list, { query: new URLSearchParams('state=again') });
    expect(body).toContain('sent once more');
    expect(body).not.toContain('this person stopped such letters');
    expect((await browser.get(list)).body).toContain('may have arrived twice (1)');
  });
});

describe('what is parked', () => {
  it('is shown while it waits or needs a person, and no longer', async () => {
    const states: readonly Parked['state'][] = ['waiting', 'for-a-person', 'delivered', 'dropped'];
    for (const state of states) {
      const parked = {
        function: `on-${state}`,
        eventId: `evt_${state}`,
        payload: '{}',
        firstParkedAt: at,
        attempts: 2,
        error: 'Error: no',
        state,
      };
      await desk.table.change(parkedItems, parked, command, () => ({ to: parked }));
    }
    const { body } = await browser.get('/desk');
    expect(states.filter((state) => body.includes(`on-${state}`))).toEqual(['waiting', 'for-a-person']);
    expect((await browser.get('/desk', german)).body).toContain('braucht einen Menschen');
  });
});
