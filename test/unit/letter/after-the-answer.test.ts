import { expect, it } from 'vitest';
import { read } from '../../../functions/send-letters/read.ts';
import { draftOf, type LetterPlan } from '../../../shared/letter/plan.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { writeLetter } from '../../../shared/letter/write.ts';
import { checkInId, cohortId, junior, noon, pairId, programme } from '../../support/programme.ts';

const origin = 'https://mentoring.example.com';

async function written(plan: Pick<LetterPlan, 'kind' | 'subject'>, told: Parameters<typeof programme>[0]) {
  const { table } = programme(told);
  const { letter } = draftOf({ scope: cohortId, to: { personId: junior }, ...plan }, noon);
  const stored = { ...letter, schema: 1, version: 1 };
  const identity = () => Promise.reject(new Error('not asked'));
  const material = await read(stored, { table, identity, firstAdmin: '' });
  const link = async (type: string) => `${origin}/${type}/token`;
  return writeLetter(stored, material, { link, origin, banner: null, draw: compose });
}
const answered = { state: 'answered' as const, answers: { P1: 'date' as const }, answeredAt: noon };
const thanks = { kind: 'thanks', subject: { checkInId } } as const;

it('asks for the day where a reply says that there is a date, and names it where it is known', async () => {
  const unknown = await written(thanks, { checkIn: answered });
  expect(unknown.text).toContain('Welcher Tag ist es?');
  expect(unknown.text).toContain(`${origin}/me/token/next`);
  const known = await written(thanks, { checkIn: answered, pair: { nextSession: '2026-04-01' } });
  expect(known.text).toMatch(/Nächstes Mal: Mittwoch, 1\. April 2026/);
  expect(known.text).not.toContain('Welcher Tag');
});

it('offers to log a meeting while the pair lasts, and not in the letters about its end', async () => {
  const log = `${origin}/me/token/session`;
  expect((await written(thanks, { checkIn: answered })).text).toContain(log);
  const ended = { pair: { state: 'exited' as const } };
  for (const kind of ['leave-receipt', 'partner-left', 'goodbye'] as const) {
    expect((await written({ kind, subject: { pairId } }, ended)).text).not.toContain(log);
  }
});
