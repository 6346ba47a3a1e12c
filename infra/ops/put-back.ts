import { parseArgs } from 'node:util';
import { DynamoDBClient, ResourceNotFoundException, ScanCommand } from '@aws-sdk/client-dynamodb';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { putBack } from './missing-items.ts';
import { itemsOf, liveTable } from './scan.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run put-back -- <stage> --from TABLE [--keys] [--write]

Counts what a stage's table lacks and a restored table has; --write puts it back. What the table has is never touched, and
a letter that had not gone out by then comes back as unknown: nothing is sent twice. docs/operations.md has the drill.

  --keys   the table of the keys instead of the data`;

/** @throws Refused */
async function mustBeThere(client: DynamoDBClient, table: string): Promise<void> {
  try {
    await client.send(new ScanCommand({ TableName: table, Limit: 1, ProjectionExpression: 'pk' }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    throw new Refused(`there is no table ${table} here: restore the backup under this name first (docs/operations.md)`);
  }
}

await runCommand({ command: 'put-back', may: [...mayFind, 'dynamodb:Scan', 'dynamodb:PutItem'] }, async () => {
  const { values, positionals } = parseArgs({
    options: {
      from: { type: 'string' },
      keys: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  const { from, write = false } = values;
  if (values.help || !name || !from || rest.length > 0) return tellUsage(usage, values.help);
  const table = (await findStage(name)).named(values.keys ? 'KeysTable' : 'Table');
  if (table === from)
    throw new Refused(`${from} is the table of the stage itself: name the one that was restored beside it`);
  const client = new DynamoDBClient({});
  await mustBeThere(client, from);
  const counts = await putBack(itemsOf(client, from), liveTable(client, table), { write });
  const lines = Object.entries(counts).map(([kind, count]) => `${String(count).padStart(8)} ${kind}`);
  console.log(lines.length > 0 ? lines.join('\n') : 'nothing is missing');
  if (lines.length > 0) console.log(write ? 'put back' : 'missing; --write puts them back');
  return 0;
});
