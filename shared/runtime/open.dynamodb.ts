import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCompanySecret } from '../keys/company-secret.dynamodb.ts';
import { dynamoKeyRing } from '../keys/key-ring.dynamodb.ts';
import { dynamoKeys } from '../keys/keys.dynamodb.ts';
import { dynamoSourceSecrets } from '../keys/source-secrets.dynamodb.ts';
import { dynamoTable } from '../table/table.dynamodb.ts';
import { dynamoPosts } from '../token/posts.dynamodb.ts';

/** One client, and so one connection pool, for each worker. */
let client: DynamoDBClient | undefined;
export const dynamoDb = (): DynamoDBClient => {
  client ??= withoutLog(new DynamoDBClient({}));
  return client;
};

/** The SDK copies every item, field by field, for a log that nobody keeps: three quarters of what a large query costs. */
function withoutLog(made: DynamoDBClient): DynamoDBClient {
  made.middlewareStack.remove('loggerMiddleware');
  return made;
}

export const openTable = (name: string) => dynamoTable(dynamoDb(), name);
export const openKeys = (name: string) => dynamoKeys(dynamoDb(), name);
export const openCompanySecret = (name: string) => dynamoCompanySecret(dynamoDb(), name);
export const openPosts = (name: string) => dynamoPosts(name, dynamoDb());
export const openSourceSecrets = (name: string) => dynamoSourceSecrets(dynamoDb(), name);
export const openKeyRing = (name: string) => dynamoKeyRing(dynamoDb(), name);
