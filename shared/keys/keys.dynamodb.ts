import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { CohortId } from '../../events/ids.ts';
import { type Identity, identity } from '../person/identity.ts';
import type { TokenKey } from '../token/token.ts';
import type { TokenType } from '../token/types.ts';

/** Keys are read once per worker and family, and again after a minute, so that a rotated key is found. */
const freshFor = 60_000;

/** The stage's keys: token families, the pepper, the sealing keys. No value is ever logged or returned to a stack. */
export function dynamoKeys(client: DynamoDBClient, table: string, clock: () => number = Date.now) {
  const families = new Map<TokenType, { at: number; keys: Promise<TokenKey[]> }>();
  let person: Promise<Identity> | undefined;

  async function loadFamily(type: TokenType): Promise<TokenKey[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': `token#${type}` }),
        ConsistentRead: true,
      }),
    );
    const now = new Date(clock()).toISOString();
    const keys = Items.map((item) => unmarshall(item)).map((item) => ({
      keyId: String(item.sk),
      secret: bytes(item.value),
      waits: item.signsFrom !== undefined && String(item.signsFrom) > now,
    }));
    if (keys.length === 0) throw new Error(`the stage has no key for tokens of type ${type}`);
    // Key ids count up: the newest signs, all of them open. One that has just come waits until every function has it.
    return keys
      .sort((a, b) => Number(a.waits) - Number(b.waits) || Number(b.keyId) - Number(a.keyId))
      .map(({ keyId, secret }) => ({ keyId, secret }));
  }

  function family(type: TokenType): Promise<TokenKey[]> {
    const known = families.get(type);
    // A clock that was set back makes nothing fresh for longer.
    if (known && Math.abs(clock() - known.at) < freshFor) return known.keys;
    const keys = loadFamily(type);
    families.set(type, { at: clock(), keys });
    keys.catch(() => families.delete(type));
    return keys;
  }

  async function value(pk: string): Promise<Uint8Array> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: marshall({ pk, sk: '1' }), ConsistentRead: true }),
    );
    if (!Item) throw new Error(`the stage has no key ${pk.split('#')[0]}`);
    return bytes(unmarshall(Item).value);
  }

  /** Puts a key where there is none; an existing one stays as it is. */
  async function putIfAbsent(key: { pk: string; sk: string }, secret: Uint8Array): Promise<void> {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: marshall({ ...key, value: secret }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    /** The keys of a type, newest first: the first one signs. */
    family,
    /** Names people by their HMACs. */
    identity(): Promise<Identity> {
      person ??= value('pepper').then(identity);
      person.catch(() => {
        person = undefined;
      });
      return person;
    },
    sealingKey: (cohortId: CohortId) => value(sealOf(cohortId)),
    putIfAbsent,
    /** The key of a new cohort: its maker can put it and never read one. */
    makeSealingKey: (cohortId: CohortId, secret: Uint8Array) => putIfAbsent({ pk: sealOf(cohortId), sk: '1' }, secret),
  };
}
export type Keys = ReturnType<typeof dynamoKeys>;

const sealOf = (cohortId: CohortId) => `seal#${cohortId}`;

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('a stored key is not binary');
}
