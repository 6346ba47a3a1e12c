import { expect, it } from 'vitest';
import { replyTo } from '../../infra/local/inbound/reply.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { heavy } from '../support/heavy.ts';
import { invariants } from '../support/invariants.ts';
import { addressOf, day, live, origin, paired, useStage } from '../support/stage.ts';

const here = useStage();
const junior = addressOf('junior1');
const letters = (cohort: Rehearsal, subject: RegExp) =>
  cohort.town.letters(junior).filter((letter) => subject.test(letter.subject));

/** The junior answers the last question by the button “Reply” of a mail program. */
async function reply(words: string, change: (raw: string) => string = (raw) => raw) {
  const { stage } = here;
  const asked = stage
    .mail()
    .findLast(({ raw, destinations }) => destinations[0] === junior && /Reply-To:[^@]*reply\+/i.test(raw));
  if (!asked) throw new Error('no letter can be replied to');
  expect(stage.receive({ raw: change(await replyTo(asked, words, stage.now())) })).toMatchObject({ accepted: true });
  await stage.settle();
}

/** The same reply with files of so many bytes. */
const attached = (files: number, bytes: number) => (raw: string) => {
  const [head = '', ...words] = raw.split('\r\n\r\n');
  const types = /Content-T[\s\S]*/i;
  const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
  const file = part('Content-Type: application/pdf', 'QUJD'.repeat(bytes / 4));
  const [type = ''] = types.exec(head) ?? [];
  return `${head.replace(types, 'Content-Type: multipart/mixed; boundary=b')}\r\n\r\n${part(type, words.join('\r\n\r\n'))}${file.repeat(files)}--b--\r\n`;
};

it('takes a plain reply for an answer where HR allows it, asks once a day where it is unclear, drops machines, and bears a crowd', async () => {
  const { stage } = here;
  const cohort = await paired(stage, {
    juniors: 1,
    seniors: 1,
    fields: { replyByMail: 'yes' },
    characters: { junior1: { answers: 0, answersReminder: 0, logs: 0 }, senior1: { answers: 0, logs: 0 } },
  });
  await live(cohort, stage, (Date.parse('2026-01-19T10:00:00Z') - stage.now()) / day);
  await cohort.askNow();
  await live(cohort, stage, 1);
  expect(letters(cohort, /Wie läuft es/).at(-1)?.text).toMatch(/Postfächer behalten\s+Kopien/);

  const before = stage.mail().length;
  await reply('Ich bin im Urlaub.', (raw) => raw.replace('Subject: ', 'Auto-Submitted: auto-replied\r\nSubject: '));
  await live(cohort, stage, 0.05);
  expect(stage.mail()).toHaveLength(before);

  await reply('Kommt darauf an.');
  await reply('Das ist eine lange Geschichte.');
  await live(cohort, stage, 0.05);
  expect(letters(cohort, /nicht verstanden/)).toHaveLength(1);
  expect(stage.mail()).toHaveLength(before + 1);

  await reply('Ja, am 18. getroffen, 45 Minuten');
  await live(cohort, stage, 0.05);
  const items = await everything(stage);
  const mine = ofKind(items, 'check-in#').filter(({ role, state }) => role === 'junior' && state === 'answered');
  expect(mine.map(({ answers }) => answers)).toEqual([{ P1: 'yes' }]);
  expect(ofKind(items, 'session#')).toMatchObject([
    { date: '2026-01-18', state: 'logged', logs: { junior: { minutes: 45 } } },
  ]);
  expect(letters(cohort, /eingetragen/).at(-1)?.text).toContain('45 Minuten');

  const sent = stage.mail().length;
  await reply('Alles gut soweit.', attached(1, 10 * 2 ** 20));
  await reply('Alles gut soweit.', attached(200, 3_000));
  await Promise.all(Array.from({ length: heavy ? 1_000 : 50 }, () => reply('Mal sehen.')));
  expect((await stage.fetch(`${origin}/desk`)).status).toBe(200);
  await live(cohort, stage, 0.05);
  expect(stage.mail()).toHaveLength(sent);
  expect(stage.parked()).toBe(0);
  expect(ofKind(await everything(stage), 'check-in#').filter(({ state }) => state === 'answered')).toEqual(mine);
  expect(stage.problems()).toEqual([]);
  expect(await invariants(stage)).toEqual([]);
});
