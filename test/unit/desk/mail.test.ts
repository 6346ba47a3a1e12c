import { beforeEach, describe, expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { draftOf, type LetterPlan } from '../../../shared/letter/plan.ts';
import { inTrouble, stageMail } from '../../../shared/letter/stage-mail.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { keys } from '../../../shared/table/keys.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { junior, pairId, participant } from '../../support/programme.ts';
import { at, cohortId, command, settings } from './sample.ts';

const home = `/desk/cohorts/${cohortId}`;
let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  return () => desk.close();
});

describe('the letters of the stage', () => {
  it('are stopped and let go by an admin, and the audit says by whom', async () => {
    for (const stopped of ['yes', 'yes', 'no']) await browser.post('/desk/letters-stopped', { stopped });
    const { pk, sk } = keys.audit(keys.stageMail({}), 1);
    const rows = await Array.fromAsync(desk.table.rows(pk, sk.slice(0, -1)));
    expect(rows).toMatchObject([
      { command: 'stop letters of the stage', by: expect.stringMatching(/^hr:mem_/) },
      { command: 'resume letters of the stage' },
    ]);
    const said = JSON.stringify([...(await desk.everything()).values()].filter(({ events }) => events));
    expect(said.match(/letters\.resumed\.v1/g)).toHaveLength(2);
  });

  it('stay stopped by a form that does not say what it wants', async () => {
    for (const stopped of ['yes', '', 'perhaps']) {
      await browser.post('/desk/letters-stopped', { stopped });
      await browser.post(`${home}/letters-stopped`, { stopped });
    }
    await browser.post('/desk/letters-stopped');
    await browser.post(`${home}/letters-stopped`);
    expect((await desk.table.get(stageMail, {}))?.stoppedAt).toBeDefined();
    expect((await browser.get(home)).body).toContain('All letters of this cohort are stopped');
  });

  it('that cannot go out are explained with what to do, until they can', async () => {
    await desk.table.change(stageMail, {}, command, (current) => inTrouble(current, 'sandbox', at));
    for (const path of ['/desk', `${home}/letters`]) {
      expect((await browser.get(path)).body).toContain('Request production access');
    }
  });
});

describe('a letter that somebody may have missed', () => {
  const plan: LetterPlan = { scope: cohortId, kind: 'introduction', to: { personId: junior }, subject: { pairId } };
  const path = (letter: Pick<Letter, 'letterId'>) => `${home}/letters/${letter.letterId}`;
  const put = async (more: LetterPlan, state: Letter['state']) => {
    const { letter } = draftOf(more, at);
    await desk.table.change(letters, letter, command, () => ({ to: { ...letter, state } }));
    return letter;
  };
  const copies = async () =>
    [...(await desk.everything()).values()]
      .filter(({ kind }) => kind === 'introduction')
      .map(({ sequence }) => sequence);

  beforeEach(async () => {
    const reader = participant('junior', { cohortId });
    await desk.table.change(participants, reader, command, () => ({ to: reader }));
  });

  it('goes out once more, however often the button is pressed, and the audit keeps the reason', async () => {
    const letter = await put(plan, 'delivered');
    expect((await browser.get(`${home}/letters`)).body).toContain(path(letter));
    for (const reason of [' ', 'Because '.repeat(50)]) {
      const { status, body } = await browser.post(path(letter), { reason });
      expect(status).toBe(422);
      expect(body).toContain('id="reason-error"');
      expect(body).toContain(reason.trim());
    }
    for (const _ of [1, 2]) {
      expect((await browser.post(path(letter), { reason: 'Lost it on holiday' })).headers?.location).toContain('again');
    }
    expect((await copies()).sort()).toEqual([1, 2]);
    const { letterId } = draftOf({ ...plan, sequence: 2 }, at).letter;
    const { pk, sk } = keys.audit(keys.letter({ scope: cohortId, letterId }), 1);
    expect(await Array.fromAsync(desk.table.rows(pk, sk))).toMatchObject([{ why: 'Lost it on holiday' }]);
  });

  it('does not go to an address that bounced before HR has corrected it', async () => {
    const letter = await put(plan, 'bounced');
    const mail = (state: 'ok' | 'bounced') =>
      desk.table.change(
        participants,
        { cohortId, personId: junior },
        command,
        (current): Step<typeof reader> => (current ? { to: { ...unnumbered(current), mail: state } } : { refused: '' }),
      );
    const reader = { ...participant('junior', { cohortId }), schema: 1, version: 1 };
    await mail('bounced');
    expect((await browser.post(path(letter), { reason: 'why' })).body).toContain('Correct the address first');
    await mail('ok');
    expect((await browser.post(path(letter), { reason: 'why' })).status).toBe(303);
  });

  it('is none of those that ask in private, are on their way, or were dropped', async () => {
    const none = [
      await put({ ...plan, kind: 'consent-junior' }, 'delivered'),
      await put({ ...plan, kind: 'leave-receipt' }, 'delivered'),
      await put({ ...plan, sequence: 3 }, 'submitting'),
      await put({ ...plan, sequence: 4 }, 'dropped'),
    ];
    for (const letter of none) expect((await browser.post(path(letter), { reason: 'why' })).status).toBe(404);
  });
});
