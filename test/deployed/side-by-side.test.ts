import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { stages } from '../../infra/config.ts';
import { diligent } from '../../infra/local/rehearse/character.ts';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import { type Rehearsal, rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import { startStage } from '../../infra/local/stage.ts';
import { synthTogether } from '../support/side-by-side.ts';
import { smallFile } from '../support/small-file.ts';
import { live, origin, shortProgramme } from '../support/stage.ts';

const file = smallFile(1, 1);
const hr = stages.local.firstAdmin;
const contacts = ['petra.lenz@nordwerk.example', 'uwe.hansen@ombuds.example'];
const everybody = [hr, ...contacts, ...file.people.map(({ address }) => address)];
/** Another stage of the same company, for the same people, in the same account and Region. */
const dev = {
  web: { origin: 'https://dev.mentoring.example' },
  mail: {
    ...stages.dev.mail,
    to: { only: everybody },
    from: 'programme@dev.mentoring.example',
    identity: 'exists' as const,
  },
  firstAdmin: hr,
  inbound: { domain: 'reply.dev.mentoring.example', ruleSet: 'default-rule-set' },
};

const assembly = await synthTogether({ local: {}, dev });
const stage = await startStage({ assembly, mode: 'stepped', seed: 'side by side' });
afterAll(async () => {
  await stage.close();
  rmSync(assembly, { recursive: true, force: true });
});

const hours = (count: number) => count / 24;

const api = (name: string) =>
  stage.resources('AWS::ApiGatewayV2::Api').find(({ stack }) => stack.includes(`-${name}-`))?.physicalId ?? '';

/** The same account, as the people of one of its stages see it: its pages, and the mail from its sender. */
function seenBy(name: 'local' | 'dev', from: string) {
  const host = `${api(name)}.execute-api.eu-central-1.amazonaws.com`;
  return {
    ...stage,
    fetch: (link: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('host', host);
      return stage.fetch(link, { ...init, headers });
    },
    mail: () => stage.mail().filter(({ raw }) => new RegExp(`^From: .*${from}`, 'm').test(raw)),
  };
}

const local = seenBy('local', stages.local.mail.from);
const other = seenBy('dev', dev.mail.from);
const cohortOn = (account: typeof local, where: string): Rehearsal =>
  rehearsal({
    stage: account,
    origin: where,
    hrAddress: hr,
    file,
    seed: 'side by side',
    characters: Object.fromEntries(
      file.people.map(({ address }) => [address, { ...diligent, reads: { from: 0.1, to: 0.3 } }]),
    ),
    plan: { name: 'Winter', fields: shortProgramme },
  });

it('keeps two stages of one account apart: their pages, events, schedules, keys and letters', {
  timeout: 120_000,
}, async () => {
  const one = cohortOn(local, origin);
  const two = cohortOn(other, dev.web.origin);
  await one.launch();
  await two.launch();
  await live(one, stage, hours(1));
  await live(two, stage, hours(1));
  await one.pairUp();
  // The other goes no further: whatever reaches it from now on is a stranger's.
  const before = stage.trace().at(-1)?.seq ?? 0;
  const letters = other.mail().length;
  await live(one, stage, hours(2));

  const runs = stage.trace().flatMap((entry) => (entry.kind === 'run' ? [entry] : []));
  expect(new Set(runs.map((run) => run.function.split('-')[0]))).toEqual(new Set(['local', 'dev']));
  const later = runs.filter((run) => run.seq > before && run.function.startsWith('dev-'));
  expect(new Set(later.map((run) => run.function))).toEqual(new Set(['dev-sweep', 'dev-redrive']));
  expect(other.mail()).toHaveLength(letters);
  expect(stage.problems()).toEqual([]);

  for (const [account, where] of [
    [local, origin],
    [other, dev.web.origin],
  ] as const) {
    const read = await Promise.all(account.mail().map(readMail));
    expect(read.length).toBeGreaterThan(2);
    const origins = new Set(
      read.flatMap(({ links }) => links.map(({ href }) => href.split('/').slice(0, 3).join('/'))),
    );
    expect([...origins].filter((each) => each.startsWith('http'))).toEqual([where]);
  }
  expect(local.mail().length + other.mail().length).toBe(stage.mail().length);
});

it('opens no link of one stage with the keys of the other', async () => {
  const read = await Promise.all(other.mail().map(readMail));
  const link = read.find(({ links }) => links.some(({ href }) => /\/confirm\//.test(href)))?.link(/\/confirm\//) ?? '';
  expect((await other.fetch(link)).status).toBe(200);
  expect((await local.fetch(link)).status).toBe(404);
});
