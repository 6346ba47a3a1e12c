import type { Stage } from '../../infra/local/stage.ts';
import { digestOf } from '../../shared/pairing/digest.ts';
import { readInput } from '../../shared/pairing/input-pages.ts';
import { pair } from '../../shared/pairing/pairing.ts';
import { readResult } from '../../shared/pairing/result-pages.ts';
import type { Run } from '../../shared/pairing/run.ts';
import { dynamoTable, type Table } from '../../shared/table/table.dynamodb.ts';
import { clientFor } from './dynamodb-endpoint.ts';

/** The stage's own table as the functions see it. */
export async function tableOf(stage: Stage): Promise<{ table: Table; close(): Promise<void> }> {
  const [name = ''] = stage
    .resources('AWS::DynamoDB::Table')
    .flatMap(({ logicalId, physicalId }) => (logicalId === 'Table' ? [physicalId] : []));
  const handle = async (operation: string, request: unknown) => ({
    status: 200,
    body: await stage.dynamoDb(operation, Object(request)),
  });
  const { client, close } = await clientFor({ handle });
  return { table: dynamoTable(client, name), close };
}

/** What HR sees of a run is what the engine says of the people whose digest the run carries, and nothing else. */
export async function engineAgrees(table: Table, run: Run): Promise<string[]> {
  const { runId, digest, rules, seed, inputPages } = run;
  if (digest === undefined || inputPages === undefined) return [];
  const input = await readInput(table, run);
  if (!input) return [`the input of ${runId} is not whole`];
  if (digestOf(input, rules, seed) !== digest) return [`${runId} keeps another input than the one it was made of`];
  const made = pair(input, rules, seed);
  const kept = await readResult(table, run);
  return made.ok && JSON.stringify(made.result) === JSON.stringify(kept)
    ? []
    : [`${runId} shows another result than its input has`];
}
