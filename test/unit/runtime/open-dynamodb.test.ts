import { expect, it } from 'vitest';
import { dynamoDb } from '../../../shared/runtime/open.dynamodb.ts';

it('copies no item for a log of the SDK that nobody keeps', () => {
  const steps = dynamoDb().middlewareStack.identify();
  expect(steps.filter((step) => step.startsWith('loggerMiddleware'))).toEqual([]);
  // Signing and trying again stay.
  expect(steps.some((step) => step.startsWith('retryMiddleware'))).toBe(true);
  expect(steps.some((step) => step.startsWith('httpSigningMiddleware'))).toBe(true);
});
