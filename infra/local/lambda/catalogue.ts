import type { Assembly, Resource } from '../template/load.ts';
import { AsyncConfig, type FunctionResource, functionOf, Mapping } from './resources.ts';

/** The functions of the template, by whatever name they are called. */
export interface Catalogue {
  all: readonly FunctionResource[];
  /** By ARN (with or without qualifier), function name, folder name or logical id. */
  find(name: string): FunctionResource;
  asyncConfig(fn: FunctionResource): AsyncConfig;
  mappings: readonly { fn: FunctionResource; mapping: Mapping }[];
}

export function catalogueOf(assembly: Assembly): Catalogue {
  const ofType = (type: string) => assembly.resources.filter((resource) => resource.type === type);
  const roles = new Map(ofType('AWS::IAM::Role').map((role) => [role.arn, role]));
  const role = (arn: string): Resource => {
    const found = roles.get(arn);
    if (!found) throw new Error(`The template has no role ${arn}`);
    return found;
  };
  const caller = ({ logicalId, physicalId }: Resource): string =>
    [...roles.values()].filter((other) => other.logicalId === logicalId).length === 1 ? logicalId : physicalId;
  const resources = ofType('AWS::Lambda::Function');
  const shared = sharedPrefix(resources.map(({ physicalId }) => physicalId));
  const all = resources.map((resource) =>
    functionOf(resource, resource.physicalId.slice(shared), { role, caller, directory: assembly.asset }),
  );
  const byName = new Map(
    all.flatMap((fn) =>
      [fn.arn, `${fn.arn}:$LATEST`, fn.functionName, fn.name, fn.logicalId].map((name) => [name, fn] as const),
    ),
  );
  const find = (name: string): FunctionResource => {
    const fn = byName.get(name);
    if (!fn) throw new Error(`The template has no function ${name}`);
    return fn;
  };
  const configs = new Map(
    ofType('AWS::Lambda::EventInvokeConfig').map(({ properties }) => {
      const config = AsyncConfig.parse(properties);
      return [find(config.FunctionName), config];
    }),
  );
  return {
    all,
    find,
    asyncConfig: (fn) => configs.get(fn) ?? AsyncConfig.parse({ FunctionName: fn.functionName, Qualifier: '$LATEST' }),
    mappings: ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => {
      const mapping = Mapping.parse(properties);
      return { fn: find(mapping.FunctionName), mapping };
    }),
  };
}

/** How many characters all names begin with, up to a hyphen: `reverse-mentoring-local-` says nothing that tells two functions apart. */
function sharedPrefix(names: readonly string[]): number {
  const [first = '', ...others] = names;
  if (others.length === 0) return 0;
  let length = first.lastIndexOf('-') + 1;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) {
    length = first.lastIndexOf('-', length - 2) + 1;
  }
  return length;
}
