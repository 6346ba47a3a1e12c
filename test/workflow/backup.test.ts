import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { putBack } from '../../infra/ops/missing-items.ts';
import { liveTable } from '../../infra/ops/scan.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();

const tableOf = (stage: Stage) =>
  stage.resources('AWS::DynamoDB::Table').find(({ logicalId }) => logicalId === 'Table')?.physicalId ?? '';

async function loseCohort(stage: Stage): Promise<void> {
  for (const { pk, sk } of (await everything(stage)).filter((item) => item.pk.startsWith('cohort'))) {
    await stage.dynamoDb('DeleteItem', { TableName: tableOf(stage), Key: { pk: { S: pk }, sk: { S: sk } } });
  }
  await stage.settle();
}

async function restore(stage: Stage, backup: readonly Item[]): Promise<Record<string, number>> {
  const client = new DynamoDBClient({
    endpoint: stage.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  });
  const items = (async function* () {
    yield* backup;
  })();
  return putBack(items, liveTable(client, tableOf(stage)), { write: true });
}

it('sends nothing twice after a cohort was lost and put back from a backup in which its letters had not gone out', async () => {
  const { stage } = here;
  const cohort = await aCohort(stage);
  // The letters wait in their ledger, as the backup has them; then they go out.
  stage.faults.account('sandbox', [cohort.hr.address]);
  await cohort.launch();
  await live(cohort, stage, 0.02);
  const backup = await everything(stage);
  const planned = ofKind(backup, 'letter#').filter(({ state, pk }) => state === 'planned' && pk.startsWith('cohort'));
  expect(planned).toHaveLength(4);
  stage.faults.account('production');
  await live(cohort, stage, 1);
  const before = stage.mail().length;
  expect(before).toBeGreaterThanOrEqual(5);

  await loseCohort(stage);
  expect(await restore(stage, backup)).toMatchObject({ cohort: 1, letter: 4, participant: 4 });
  await live(cohort, stage, 9);
  const ids = stage.mail().map(({ tags }) => tags.letterId);
  expect(new Set(ids).size).toBe(ids.length);
  // Life goes on: whoever has not answered, by the backup, is reminded.
  expect(ids.length).toBeGreaterThan(before);
  const states = ofKind(await everything(stage), 'letter#').map(({ letterId, state }) => [letterId, state]);
  for (const { letterId } of planned) expect(states).toContainEqual([letterId, 'unknown']);
});
