import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { PersonId } from '../../events/ids.ts';
import { dynamoKeys } from '../../shared/keys/keys.dynamodb.ts';
import { type Erasure, erasures } from '../../shared/person/erasure.ts';
import { dynamoTable } from '../../shared/table/table.dynamodb.ts';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { type EraseNeeds, erase, erasuresOf, look, mustBeSomebody, obstacles } from './erase/erase.ts';
import { mustBeOurs, receiptsIn } from './erase/receipts.ts';
import type { Asked } from './erase/who.ts';
import { sentences } from './erase/words.ts';
import { itemsOf } from './scan.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run erase -- <stage> --employee-id ID --address ADDRESS [--yes]
npm run erase -- <stage> --again [--receipts FILE.jsonl] [--yes]

Erases somebody: lists what the stage has of them; with --yes they leave their cohorts, their pairs end and their partners
are told, and then everything that is theirs goes. What stays is ids, and a receipt of hashes. docs/operations.md says more.

  --employee-id, --address, --person   who; one of them is enough, more find more
  --why TEXT       for the history (no names, no addresses)
  --wait SECONDS   how long to wait until partners are told (120); the same command goes on later
  --again          everybody who was erased before, once more: after a restore, or when a file has brought them back
  --receipts FILE  also those whose receipts this file has (an export, or lines that this command printed)`;

const may = [
  ...mayFind,
  ...['dynamodb:Scan', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem (keys table)'],
];

/** @throws Refused */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refused(`the receipts cannot be read: ${error instanceof Error ? error.message : file}`);
  }
}

/** A person's receipts, from wherever they come, are one. */
function onceEach(receipts: readonly Erasure[]): Asked[] {
  const hashes = new Map<PersonId, string[]>();
  for (const each of receipts) hashes.set(each.personId, [...(hashes.get(each.personId) ?? []), ...each.hashes]);
  return [...hashes].map(([personId, all]) => ({ before: { personId, hashes: all } }));
}

async function eraseOne(needs: EraseNeeds, asked: Asked, yes: boolean): Promise<void> {
  const found = await look(needs, asked);
  if (!asked.before) mustBeSomebody(found, await needs.table.get(erasures, found.who));
  if (!yes) {
    console.log([...sentences(found), ...(await obstacles(needs, found))].join('\n'));
    return;
  }
  const { receipt } = await erase(needs, asked);
  const left = await look(needs, asked);
  console.log(
    [`${receipt.personId} is erased.`, ...sentences(left), JSON.stringify({ kind: 'erasure', item: receipt })].join(
      '\n',
    ),
  );
}

await runCommand({ command: 'erase', may }, async () => {
  const { values, positionals } = parseArgs({
    options: {
      'employee-id': { type: 'string' },
      address: { type: 'string' },
      person: { type: 'string' },
      why: { type: 'string', default: 'a request for erasure' },
      wait: { type: 'string', default: '120' },
      again: { type: 'boolean', default: false },
      receipts: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  const { address, person, again, yes, receipts } = values;
  const employeeId = values['employee-id'];
  const one = [employeeId, address, person].some((each) => each !== undefined && each.trim() !== '');
  const patience = Number(values.wait);
  if (values.help || !name || rest.length > 0 || one === again || (receipts && !again) || !(patience >= 0))
    return tellUsage(usage, values.help);
  if (address !== undefined && !address.includes('@')) throw new Refused(`${address} is no mail address`);
  const before = receipts === undefined ? [] : receiptsIn(textOf(receipts), name);
  const stage = await findStage(name);
  const client = new DynamoDBClient({});
  const TableName = stage.named('Table');
  const correlationId = randomUUID();
  const needs: EraseNeeds = {
    table: dynamoTable(client, TableName),
    names: await dynamoKeys(client, stage.named('KeysTable')).identity(),
    items: () => itemsOf(client, TableName),
    async delete({ pk, sk }) {
      await client.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
    },
    command: (command) => ({
      name: command,
      by: 'operator',
      at: new Date().toISOString(),
      why: values.why,
      correlationId,
    }),
    patience,
  };
  mustBeOurs(before, name, needs.names);
  const everybody: Asked[] = again
    ? onceEach([...(await erasuresOf(needs.items())), ...before])
    : [{ employeeId, address, personId: person }];
  if (everybody.length === 0) console.log('nobody was erased before');
  for (const asked of everybody) await eraseOne(needs, asked, yes);
  if (!yes && everybody.length > 0) console.log('\nNothing is written yet; --yes does it, and there is no way back.');
  return 0;
});
