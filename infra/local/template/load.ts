import type { Assembly, LoadOptions, Resource } from './assembly.ts';
import { Unresolvable } from './errors.ts';
import { readFiles } from './files.ts';
import { type Exports, resolveStack } from './stack.ts';

export type { Assembly, LoadOptions, Resource } from './assembly.ts';

/**
 * Loads the stacks of a cloud assembly as the resources that CloudFormation would make of them.
 * @throws UnknownResourceType, UnknownIntrinsic, Unresolvable
 */
export function loadAssembly(directory: string, options: LoadOptions): Assembly {
  const { stacks, assets } = readFiles(directory);
  const exports: Exports = new Map();
  const resources: Resource[] = [];
  const outputs: Record<string, string> = {};
  for (const stack of stacks) {
    refuseOtherEnvironment(stack.name, stack.environment, options);
    const resolved = resolveStack(stack, options, exports);
    resources.push(...resolved.resources);
    Object.assign(outputs, resolved.outputs);
  }
  return {
    region: options.region,
    accountId: options.accountId,
    resources,
    outputs,
    asset(hashOrKey) {
      const path = assets.get(hashOrKey);
      if (path === undefined) throw new Unresolvable(`there is no asset ${hashOrKey}`, directory);
      return path;
    },
  };
}

/** A stack synthesised for one account has that account's id in its ARNs, which would then match nothing here. */
function refuseOtherEnvironment(stack: string, environment: string, { region, accountId }: LoadOptions) {
  const [account = '', itsRegion = ''] = environment.replace('aws://', '').split('/');
  const fits = (given: string, ours: string) => given.startsWith('unknown-') || given === ours;
  if (!fits(account, accountId) || !fits(itsRegion, region)) {
    throw new Unresolvable(`synthesised for ${environment}, but the stage runs as aws://${accountId}/${region}`, stack);
  }
}
