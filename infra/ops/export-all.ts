import { open, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { CheckInId, CohortId } from '../../events/ids.ts';
import { unseal } from '../../shared/check-in/seal.ts';
import { dynamoKeys } from '../../shared/keys/keys.dynamodb.ts';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { exportLines, type Stored } from './export-lines.ts';
import { itemsOf } from './scan.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run export-all -- <stage> [--out FILE] [--confidential]

Everything that the stage knows, as JSON lines (docs/operations.md says what stands in them), into a file that only you
can read, or to the terminal. Personal data: keep it as you keep the HR files.

  --confidential  also what was promised to nobody in the company: calls for help, and confidential answers, opened`;

const Sealed = z.object({ cohortId: CohortId, checkInId: CheckInId, sealed: z.string() });

/** What opens the sealed answers of one check-in. */
function unsealer(client: DynamoDBClient, keysTable: string): (item: Stored) => Promise<Record<string, string>> {
  const keys = dynamoKeys(client, keysTable);
  const known = new Map<string, Promise<Uint8Array>>();
  return async (item) => {
    const { cohortId, checkInId, sealed } = Sealed.parse(item);
    const key = known.get(cohortId) ?? keys.sealingKey(cohortId);
    known.set(cohortId, key);
    return unseal(sealed, await key, checkInId);
  };
}

async function write(lines: AsyncIterable<string>, path: string | undefined): Promise<void> {
  if (path === undefined) {
    for await (const line of lines) process.stdout.write(`${line}\n`);
    return;
  }
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(error.code === 'EEXIST' ? `${path} is there already` : error.message);
  });
  try {
    for await (const line of lines) await file.write(`${line}\n`);
  } catch (error) {
    // Half an export looks like one.
    await rm(path);
    throw error;
  } finally {
    await file.close();
  }
  console.error(`written to ${path}`);
}

const may = [...mayFind, 'dynamodb:Scan', 'dynamodb:GetItem (keys table, for --confidential)'];

await runCommand({ command: 'export-all', may }, async () => {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' }, confidential: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  if (values.help || !name || rest.length > 0) return tellUsage(usage, values.help);
  const stage = await findStage(name);
  const client = new DynamoDBClient({});
  const { confidential = false, out } = values;
  if (confidential) console.error('This export has what people were promised that nobody in the company reads.');
  await write(
    exportLines({
      stage: name,
      at: new Date().toISOString(),
      confidential,
      items: itemsOf(client, stage.named('Table')),
      unseal: unsealer(client, stage.named('KeysTable')),
    }),
    out,
  );
  return 0;
});
