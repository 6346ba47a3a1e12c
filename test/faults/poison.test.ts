import { expect, it } from 'vitest';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { invariants } from '../support/invariants.ts';
import { aCohort, addressOf, live, paired, useStage } from '../support/stage.ts';

const here = useStage();
const bus = 'reverse-mentoring-local';
const source = 'reverse-mentoring';

const parkedItems = async () => ofKind(await everything(here.stage), 'parked#');

it('parks a malformed event and goes on with the others', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  stage.put({ bus, source, detailType: 'pair.formed.v1', detail: { pairId: 'no such thing', eventId: 'evt_broken' } });
  await cohort.launch();
  await live(cohort, stage, 2);
  expect((await parkedItems()).map(({ sk }) => sk)).toEqual([expect.stringContaining('on-pair-formed#')]);
  expect(cohort.people.map(({ memory }) => memory.confirmed)).toEqual([true, true, true, true]);
  expect((await invariants(stage, { parked: true })).filter((sentence) => !sentence.includes('parked'))).toEqual([]);
});

it('shows on the desk what is parked', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  stage.put({ bus, source, detailType: 'session.logged.v1', detail: { eventId: 'evt_broken' } });
  await cohort.launch();
  let shown = '';
  cohort.town.begin(async () => {
    shown = (await cohort.hr.open('/desk')).text;
  });
  await live(cohort, stage, 1);
  expect(shown).toContain('on-session-logged');
});

it('parks a poison message of the letters queue and sends the others', async () => {
  const { stage } = here;
  const cohort = await paired(stage);
  stage.put({ bus, source, detailType: 'letter.due.v1', detail: { letterId: 'no letter' } });
  await cohort.askNow();
  await live(cohort, stage, 2);
  const last = cohort.town.letters(addressOf('junior1')).at(-1);
  expect(last?.links.some(({ href }) => href.includes('/answer/'))).toBe(true);
  expect((await parkedItems()).map(({ function: name, state }) => `${name} ${state}`)).toEqual([
    'reverse-mentoring-local-send-letters for-a-person',
  ]);
});
