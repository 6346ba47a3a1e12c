import { ServiceError } from '../../service-error.ts';
import type { Assembly } from '../../template/load.ts';
import type { Permissions } from '../permissions.ts';
import { type Service, unknownOperation } from '../request.ts';
import { escaped, queryProtocol } from '../xml.ts';

const { answer, error } = queryProtocol('http://cloudformation.amazonaws.com/doc/2010-05-15/');

/** The stacks are there from the beginning: they can be looked at, and nothing else. */
export function cloudFormationService({
  permissions,
  assembly,
}: {
  permissions: Permissions;
  assembly: Assembly;
}): Service {
  const stacks = [...new Set(assembly.resources.map(({ stack }) => stack))];
  const arnOf = (stack: string) =>
    `arn:aws:cloudformation:${assembly.region}:${assembly.accountId}:stack/${stack}/local`;
  const made = '<LastUpdatedTimestamp>2026-01-01T00:00:00Z</LastUpdatedTimestamp>';
  const existing = (name: string) => {
    if (!stacks.includes(name)) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`, 400);
    return name;
  };
  const operations: Record<string, (name: string | null) => string> = {
    DescribeStacks(name) {
      const described = name === null ? stacks : [existing(name)];
      const members = described.map(
        (stack) =>
          `<member><StackName>${escaped(stack)}</StackName><StackId>${arnOf(stack)}</StackId><CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus></member>`,
      );
      return `<Stacks>${members.join('')}</Stacks>`;
    },
    ListStackResources(name) {
      const stack = existing(name ?? '');
      const members = assembly.resources
        .filter((resource) => resource.stack === stack)
        .map(
          ({ logicalId, physicalId, type }) =>
            `<member><LogicalResourceId>${logicalId}</LogicalResourceId><PhysicalResourceId>${escaped(physicalId)}</PhysicalResourceId><ResourceType>${type}</ResourceType>${made}<ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
        );
      return `<StackResourceSummaries>${members.join('')}</StackResourceSummaries>`;
    },
  };
  return {
    operation(call) {
      const form = new URLSearchParams(call.body.toString('utf8'));
      const operation = form.get('Action') ?? '';
      const run = operations[operation];
      if (!run) return unknownOperation('cloudformation', operation);
      const name = form.get('StackName');
      return {
        name: `cloudformation:${operation}`,
        run() {
          const resource = name === null ? '*' : arnOf(name);
          permissions.demand({
            principal: { role: call.role },
            action: `cloudformation:${operation}`,
            resource,
            context: {},
          });
          return answer(operation, run(name));
        },
      };
    },
    error,
  };
}
