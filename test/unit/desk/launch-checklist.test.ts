import { expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { missingIn } from '../../../functions/launch/missing.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { openDesk } from '../../support/desk.ts';
import { at, cohort, cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

const known = { people: [], submissions: [], mail: undefined, today: '2026-03-02' };
const enrolled = (number: number, role: 'junior' | 'senior' = 'junior') => someone(number, { state: 'enrolled', role });
const five = (role: 'junior' | 'senior', from: number) => [0, 1, 2, 3, 4].map((each) => enrolled(from + each, role));

it('says nothing is missing only where nothing is', () => {
  const people = [...five('junior', 1), ...five('senior', 11)];
  expect(missingIn(cohort, { ...known, people })).toEqual([]);
});

it('names what is missing, what keeps the launch back, and how many it is about', () => {
  expect(missingIn(cohort, known)).toEqual([{ what: 'nobody', stops: true, count: 1 }]);
  const bounced = { ...enrolled(1), mail: 'bounced' as const };
  const mail = { schema: 1, version: 1, stoppedAt: at };
  const submissions = (['waits-for-hr', 'waits-for-hr', 'rejected', 'accepted'] as const).map((state) => ({ state }));
  const closed = { ...cohort, domains: [], lettersStopped: true };
  const later = { people: [bounced], submissions, mail, today: settings.start };
  expect(missingIn(closed, later).map(({ what, count }) => `${what} ${count}`)).toEqual([
    'letters stopped 1',
    'all letters stopped 1',
    'no seniors 1',
    'waits for HR 2',
    'rejected 1',
    'no mail 1',
    'deadline is over 1',
    'start is over 1',
    'form is closed 1',
  ]);
  expect(missingIn(cohort, { ...known, people: [enrolled(1), enrolled(2, 'senior')] })).toEqual([
    { what: 'few pairs', stops: false, count: 1 },
  ]);
});

it('stands on the page with the way to mend it, and with what the mail service said last', async () => {
  const desk = await openDesk();
  const browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', { ...valuesOf(settings), cohort: cohortId });
  const page = `/desk/cohorts/${cohortId}/launch`;
  const empty = await browser.get(page);
  expect(empty.body).toContain('Nobody is enrolled yet');
  expect(empty.body).toContain('has had no complaint lately');
  const ann = unnumbered(enrolled(1));
  await desk.table.change(participants, ann, command, () => ({ to: ann }));
  await desk.table.change(stageMail, {}, command, () => ({
    to: { trouble: { because: 'sandbox' as const, since: at } },
  }));
  const { body } = await browser.get(page);
  expect(body).toContain('There is no senior yet');
  expect(body).toContain(`href="/desk/cohorts/${cohortId}/upload"`);
  expect(body).toContain('still in its sandbox');
  expect(body).toContain('type the name of the cohort');
  await desk.close();
});
