import { spawn } from 'node:child_process';
import type { startAws } from './aws.ts';
import type { Stack } from './stacks.ts';
import { environment } from './triggers.ts';

export interface ColdStart {
  /** From the start of the process to the first answered call; to the handler's end if it calls nobody. */
  readonly milliseconds: number;
  /** The service that was called first. */
  readonly service: string | undefined;
  readonly failure: string;
}

/** Starts this stack in a fresh process and waits until it has done its work. */
export async function coldStart(
  stack: Stack,
  trigger: unknown,
  { start, aws }: { start: string; aws: Awaited<ReturnType<typeof startAws>> },
): Promise<ColdStart> {
  const child = spawn(process.execPath, [start, stack.bundle, JSON.stringify(trigger)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...environment,
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
  });
  let said = '';
  for await (const chunk of child.stderr) said += chunk;
  const { began, done, failure } = report(said);
  const first = aws.firstAnswer();
  return { milliseconds: (first?.at ?? done) - began, service: first?.service, failure };
}

function report(said: string): { began: number; done: number; failure: string } {
  const line = said.trimEnd().split('\n').at(-1) ?? '';
  if (!line.startsWith('{"began"')) throw new Error(`a cold start ended without a report: ${said}`);
  return JSON.parse(line);
}
