import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCompanySecret } from '../../shared/keys/company-secret.dynamodb.ts';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run oidc-secret -- <stage>   reads the secret from standard input, never from the command line

Puts the client secret of the company's OpenID provider where the stage's company sign-in finds it, in place of the one
before. A stage without one is a public client, which PKCE alone protects.`;

/** What a provider gives as a secret: one line, nothing invisible. */
export function secretIn(given: string): string {
  const secret = given.replace(/\r?\n$/, '');
  if (!/^[!-~]{8,500}$/.test(secret)) throw new Refused('the secret is one line of 8 to 500 visible ASCII characters');
  return secret;
}

if (import.meta.main) {
  await runCommand({ command: 'oidc-secret', may: [...mayFind, 'dynamodb:PutItem on the keys table'] }, async () => {
    const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
    const [stage, ...more] = positionals;
    if (values.help || !stage || more.length > 0) return tellUsage(usage, values.help);
    const table = (await findStage(stage)).named('KeysTable');
    if (process.stdin.isTTY) console.error('paste the secret, then Enter and Ctrl-D:');
    await dynamoCompanySecret(new DynamoDBClient({}), table).put(secretIn(await text(process.stdin)));
    console.log('the secret is in its place; the next sign-in uses it');
    return 0;
  });
}
