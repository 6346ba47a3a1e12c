import { expect, it } from 'vitest';
import { startStage } from '../../../infra/local/stage.ts';
import { tinyAssembly } from './fixture/tiny-app.ts';

const needed = [
  ['dynamodb:PutItem', 'one'],
  ['dynamodb:DeleteItem', 'one'],
  ['dynamodb:GetRecords', 'one'],
  ['events:PutEvents', 'one'],
  ['ses:SendRawEmail', 'mail'],
  ['sqs:SendMessage', 'queue'],
  ['sqs:ReceiveMessage', 'queue'],
  ['scheduler:CreateSchedule', 'schedule'],
  ['iam:PassRole', 'schedule'],
  ['Things invokes', 'one'],
] as const;

it.each(needed)('refuses what the template does not allow: without %s', { timeout: 30_000 }, async (taken, id) => {
  const assembly = await tinyAssembly((action) => action === taken);
  const stage = await startStage({ assembly, mode: 'stepped', seed: 'one' });
  try {
    await stage.fetch(`/things/${id}`, { method: 'POST' });
    await stage.settle();
    expect(stage.problems().join('\n')).toContain(taken.includes('invokes') ? 'lambda:InvokeFunction' : taken);
  } finally {
    await stage.close();
  }
});

it('knows which permissions were used, and by which keys', { timeout: 30_000 }, async () => {
  const stage = await startStage({ assembly: await tinyAssembly(), mode: 'stepped', seed: 'one' });
  await stage.fetch('/things/one', { method: 'POST' });
  await stage.settle();
  expect(stage.usedPermissions()).toContainEqual(
    expect.objectContaining({ by: 'WriterRole', action: 'dynamodb:PutItem', leadingKeys: ['cohort#one'] }),
  );
  await stage.close();
});
