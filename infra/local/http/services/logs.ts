import { z } from 'zod';
import type { FunctionResource } from '../../lambda/resources.ts';
import type { LogLine } from '../../machinery.ts';
import { ServiceError } from '../../service-error.ts';
import type { Assembly } from '../../template/load.ts';
import type { Permissions } from '../permissions.ts';
import { jsonAnswer, jsonBody, type Service, targetOf, unknownOperation } from '../request.ts';

const answer = jsonAnswer('1.1');
const Filter = z.strictObject({ logGroupName: z.string(), filterPattern: z.string() });
/** Of CloudWatch's patterns the one that our commands use: a field that is, or begins with, a text. */
const pattern = /^\{ \$\.(\w+) = "([\w-]+)(\*?)" \}$/;
const Logging = z.object({ LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional() });

/** The functions' logs, by the groups of the template. The API of the stage keeps no access log: its group is empty. */
export function logsService(needs: {
  permissions: Permissions;
  assembly: Assembly;
  find(functionName: string): FunctionResource;
  lines(): readonly LogLine[];
}): Service {
  const groups = new Map<string, { arn: string; functionName: string | undefined }>();
  for (const { type, physicalId, arn = '' } of needs.assembly.resources) {
    if (type === 'AWS::Logs::LogGroup') groups.set(physicalId, { arn, functionName: undefined });
  }
  for (const { type, physicalId, properties } of needs.assembly.resources) {
    if (type !== 'AWS::Lambda::Function') continue;
    // Where the template names no group, Lambda makes one by the function's name.
    const LogGroup = Logging.parse(properties).LoggingConfig?.LogGroup ?? `/aws/lambda/${physicalId}`;
    const arn = groups.get(LogGroup)?.arn ?? '';
    groups.set(LogGroup, { arn, functionName: needs.find(physicalId).name });
  }
  return {
    operation(call) {
      const operation = targetOf(call);
      if (operation !== 'FilterLogEvents') return unknownOperation('logs', operation);
      return {
        name: 'logs:FilterLogEvents',
        run() {
          const { logGroupName, filterPattern } = Filter.parse(jsonBody(call));
          const group = groups.get(logGroupName);
          if (!group) throw new ServiceError('ResourceNotFoundException', 'The specified log group does not exist.');
          needs.permissions.demand({
            principal: { role: call.role },
            action: 'logs:FilterLogEvents',
            resource: group.arn,
            context: {},
          });
          const [, field = '', text = '', open] =
            pattern.exec(filterPattern) ?? unknownOperation('logs', filterPattern);
          const fits = (value: unknown) =>
            typeof value === 'string' && (open === '*' ? value.startsWith(text) : value === text);
          const events = needs
            .lines()
            .filter((line) => line.function === group.functionName && fits(fieldOf(line.line, field)))
            .map(({ at, line }) => ({ timestamp: Date.parse(at), message: line, logStreamName: 'local' }));
          return answer({ events });
        },
      };
    },
    error: ({ code, message, status }) => answer({ __type: code, message }, status),
  };
}

function fieldOf(line: string, field: string): unknown {
  try {
    return Object(JSON.parse(line))[field];
  } catch {
    return undefined;
  }
}
