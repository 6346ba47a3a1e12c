import type { Item } from './item.ts';

/** An answer that is not 200. dynalite throws the same shape (`statusCode` and `body` on an Error). */
export class ServiceError extends Error {
  readonly statusCode = 400;
  readonly body: Record<string, unknown>;

  constructor(body: Record<string, unknown>, message: string) {
    super(message);
    this.body = body;
  }
}

export function isServiceError(error: unknown): error is Error & { statusCode: number; body: Record<string, unknown> } {
  return error instanceof Error && 'statusCode' in error && 'body' in error;
}

const namespace = 'com.amazonaws.dynamodb.v20120810#';

export function dynamoDbError(name: string, message: string, item?: Item): ServiceError {
  return new ServiceError({ __type: namespace + name, message, ...(item && { Item: item }) }, message);
}

export function validationError(message: string): ServiceError {
  return new ServiceError({ __type: 'com.amazon.coral.validate#ValidationException', message }, message);
}

export function unknownOperation(operation: string): ServiceError {
  const message = `The local DynamoDB does not know the operation ${operation}`;
  return new ServiceError({ __type: 'com.amazon.coral.service#UnknownOperationException', message }, message);
}

/** For what AWS would take and we cannot: the stage stops with a name instead of pretending. */
export function notSupportedLocally(what: string): ServiceError {
  const message = `The local DynamoDB does not know ${what}`;
  return new ServiceError({ __type: 'local#NotSupportedLocally', message }, message);
}

export interface CancellationReason {
  Code: 'None' | 'ConditionalCheckFailed' | 'ValidationError';
  Message?: string;
  Item?: Item;
}

export function transactionCanceled(reasons: CancellationReason[]): ServiceError {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new ServiceError(
    { __type: `${namespace}TransactionCanceledException`, Message: message, CancellationReasons: reasons },
    message,
  );
}
