import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

/** Of the table of keys, which is another table than the programme's. */
const partition = 'oidc-secret';
const key = { pk: partition, sk: '1' };

/**
 * What our client at the company's OpenID provider proves itself with. It lies in the table of keys: an operator puts it,
 * only `company-sign-in` reads it, and no template, log or environment ever holds it.
 */
export function dynamoCompanySecret(client: DynamoDBClient, table: string) {
  return {
    /** Undefined: nobody has put one. */
    async read(): Promise<string | undefined> {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: marshall(key), ConsistentRead: true }),
      );
      const { value } = Item ? unmarshall(Item) : {};
      return typeof value === 'string' ? value : undefined;
    },
    /** Replaces the one before. */
    async put(value: string): Promise<void> {
      await client.send(new PutItemCommand({ TableName: table, Item: marshall({ ...key, value }) }));
    },
  };
}
