import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { expect, it } from 'vitest';
import { everything } from '../../infra/local/rehearse/table.ts';
import { findStage } from '../../infra/ops/stage.ts';
import { trace } from '../../infra/ops/trace.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();
const aws = () => ({
  endpoint: here.stage.endpoint,
  region: 'eu-central-1',
  credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
});

/** A command as somebody types it, with the stage as its AWS. */
const command = (name: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    const env = {
      PATH: process.env.PATH,
      AWS_ENDPOINT_URL: here.stage.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: '/dev/null',
    };
    const program = join(import.meta.dirname, `../../infra/ops/${name}.ts`);
    execFile(process.execPath, [program, ...args], { env }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });

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
