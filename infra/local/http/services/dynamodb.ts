import type { DynamoDb } from '../../dynamodb/dynamodb.ts';
import { dynamoDbCalls, type TableKeys } from '../dynamodb-calls.ts';
import type { Permissions } from '../permissions.ts';
import { jsonAnswer, jsonBody, type Service, targetOf } from '../request.ts';

const answer = jsonAnswer('1.0');

export function dynamoDbService(needs: {
  dynamoDb: DynamoDb;
  permissions: Permissions;
  tableOf(name: string): TableKeys;
}): Service {
  return {
    operation(call) {
      const operation = targetOf(call);
      return {
        name: `dynamodb:${operation}`,
        async run() {
          const body = jsonBody(call);
          for (const asked of dynamoDbCalls(operation, body, needs.tableOf)) {
            needs.permissions.demand({ principal: { role: call.role }, ...asked });
          }
          const { status, body: result } = await needs.dynamoDb.handle(operation, body);
          return answer(result, status);
        },
      };
    },
    error: ({ code, message, status }) =>
      answer({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message, Message: message }, status),
  };
}
