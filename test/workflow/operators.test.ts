import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { expect, it } from 'vitest';
import { everything } from '../../infra/local/rehearse/table.ts';
import { findStage } from '../../infra/ops/stage.ts';
import { trace } from '../../infra/ops/trace.ts';
import { command as typed } from '../support/command.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();
const aws = () => ({
  endpoint: here.stage.endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
});

const command = (name: string, ...args: string[]) => typed(here.stage, name, ...args);

it('follows one request from the desk to the letter, through the logs of all functions', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  await stage.fetch('/desk', { method: 'POST', body: new URLSearchParams({ address: cohort.hr.address }) });
  await stage.settle();
  const due = stage.trace().find((entry) => entry.kind === 'event' && entry.detailType === 'letter.due.v1');
  const id = due?.kind === 'event' ? (due.correlationId ?? '') : '';
  const deployed = await findStage('local', new CloudFormationClient(aws()));
  const lines = await trace(deployed, id, new CloudWatchLogsClient(aws()));
  await expect(findStage('nowhere', new CloudFormationClient(aws()))).rejects.toThrow('deployed here: local');
  const functions = lines.map((line) => line.split(/ {2,}/)[1]);
  expect(functions[0]).toBe('desk');
  expect(functions).toContain('send-letters');
  expect(lines.join()).not.toContain('@');
});

it('exports what the stage knows, with an end that counts it', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  cohort.town.begin(async () => void (await cohort.hr.signIn()));
  await live(cohort, stage, 1);
  const { code, out } = await command('export-all', 'local');
  expect(code).toBe(0);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const stored = (await everything(stage)).filter(({ pk }) => !pk.startsWith('help'));
  expect(lines).toHaveLength(stored.length + 2);
  expect(lines.at(-1)).toMatchObject({ kind: 'end', items: { member: 1, letter: 1 } });
});

it('lists and drops what failed, by the commands that are documented', async () => {
  const { stage } = here;
  await aCohort(stage);
  stage.invokeLater('on-pair-formed', { 'detail-type': 'pair.formed.v1', detail: { broken: true } });
  await stage.settle();
  await stage.advanceBy(600_000);
  const listed = await command('parked', 'local');
  expect(listed.out).toMatch(/^on-pair-formed\/sha_\w{32}\n {2}WAITS FOR YOU, 1 tries since .*MalformedEvent/);
  const [id = ''] = listed.out.split('\n');
  expect((await command('parked', 'local', 'drop', id, '--why', 'made by hand')).code).toBe(0);
  expect(stage.parked()).toBe(0);
});

it('names what was mistyped, in a sentence', async () => {
  const [backup, address] = await Promise.all([
    command('put-back', 'local', '--from', 'dril'),
    command('desk-link', 'local', 'hr.lead'),
  ]);
  expect(backup).toMatchObject({ code: 1, said: expect.stringMatching(/^there is no table dril here: restore/) });
  expect(address).toMatchObject({ code: 1, said: 'hr.lead is no mail address\n' });
});
