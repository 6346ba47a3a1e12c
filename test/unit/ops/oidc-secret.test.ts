import { expect, it } from 'vitest';
import { startDynamoDb } from '../../../infra/local/dynamodb/dynamodb.ts';
import { secretIn } from '../../../infra/ops/oidc-secret.ts';
import { dynamoCompanySecret } from '../../../shared/keys/company-secret.dynamodb.ts';
import { clientFor } from '../../support/dynamodb-endpoint.ts';

it('takes one visible line as the secret of the company sign-in, and says so of anything else', () => {
  expect(secretIn('s3cr3t~value.of_Entra\n')).toBe('s3cr3t~value.of_Entra');
  expect(secretIn('s3cr3t~value\r\n')).toBe('s3cr3t~value');
  for (const wrong of ['', 'short', 'two\nlines are no secret', 'a space in it', 'ümlaut-im-geheimnis']) {
    expect(() => secretIn(wrong)).toThrow('one line of 8 to 500 visible ASCII characters');
  }
});

it('puts the newest secret in place of the one before', async () => {
  const dynamoDb = startDynamoDb({ now: () => 0 });
  const keys = ['pk', 'sk'];
  dynamoDb.createTable({
    TableName: 'keys',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys.map((AttributeName, place) => ({ AttributeName, KeyType: place === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  });
  const { client, close } = await clientFor(dynamoDb);
  const secret = dynamoCompanySecret(client, 'keys');
  expect(await secret.read()).toBeUndefined();
  await secret.put('the-first-one');
  await secret.put('the-second-one');
  expect(await secret.read()).toBe('the-second-one');
  await close();
});
