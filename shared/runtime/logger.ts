import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs. Ids only: no name, no address, no token, no free text. */
export const logger = new Logger({ serviceName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'reverse-mentoring' });

/** How an invocation ended, in one line: something to count and to search. */
export interface Outcome {
  readonly outcome: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

export const done = (
  outcome: string,
  details: Record<string, string | number | boolean | undefined> = {},
): Outcome => ({
  outcome,
  ...details,
});
