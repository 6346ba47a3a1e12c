import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Assembly, Resource } from '../template/load.ts';
import type { Catalogue } from './catalogue.ts';
import type { Outcome } from './invocation.ts';
import type { FunctionResource } from './resources.ts';

const Answer = z.object({ Status: z.enum(['SUCCESS', 'FAILED']), Reason: z.string().optional() });
type Answer = z.infer<typeof Answer>;

/** Custom resources whose provider is one of our own functions: asked once to create, before the stage opens. */
export interface CustomResources {
  create(endpoint: string): Promise<void>;
  /** Takes a function's answer, if the path is one that waits for it. */
  answered(path: string, body: Buffer): boolean;
}

export function customResources(
  assembly: Assembly,
  catalogue: Catalogue,
  invoke: (fn: FunctionResource, payload: string) => Promise<Outcome>,
): CustomResources {
  const waiting = new Map<string, (answer: Answer) => void>();

  async function createOne({ logicalId, stack, type, properties }: Resource, endpoint: string) {
    const { ServiceToken } = z.object({ ServiceToken: z.string() }).parse(properties);
    const path = `/_custom/${randomUUID()}`;
    const answer = new Promise<Answer>((resolve) => waiting.set(path, resolve));
    const payload = JSON.stringify({
      RequestType: 'Create',
      ServiceToken,
      ResponseURL: `${endpoint}${path}`,
      StackId: `arn:aws:cloudformation:${assembly.region}:${assembly.accountId}:stack/${stack}/local`,
      RequestId: randomUUID(),
      ResourceType: type,
      LogicalResourceId: logicalId,
      ResourceProperties: properties,
    });
    const run = invoke(catalogue.find(ServiceToken), payload).then((outcome): Answer => {
      const said = outcome.ok ? 'ended without an answer' : `${outcome.error.errorType}: ${outcome.error.errorMessage}`;
      return { Status: 'FAILED', Reason: `the function ${said}` };
    });
    // Both settle one after the other; the answer, if there is one, comes first.
    const { Status, Reason } = await Promise.race([answer, run]);
    waiting.delete(path);
    if (Status === 'FAILED') throw new Error(`The custom resource ${logicalId} could not be created: ${Reason}`);
    await run;
  }

  return {
    async create(endpoint) {
      for (const resource of assembly.resources) {
        const custom = resource.type === 'AWS::CloudFormation::CustomResource' || resource.type.startsWith('Custom::');
        if (custom) await createOne(resource, endpoint);
      }
    },
    answered(path, body) {
      const resolve = waiting.get(path);
      resolve?.(Answer.parse(JSON.parse(body.toString('utf8'))));
      return resolve !== undefined;
    },
  };
}
