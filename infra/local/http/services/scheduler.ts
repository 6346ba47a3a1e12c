import type { Schedules } from '../../scheduler/schedules.ts';
import type { Permissions } from '../permissions.ts';
import { jsonBody, type SdkAnswer, type SdkCall, type Service, unknownOperation } from '../request.ts';
import { restError } from './lambda.ts';

const operations: Record<string, string> = {
  POST: 'CreateSchedule',
  PUT: 'UpdateSchedule',
  GET: 'GetSchedule',
  DELETE: 'DeleteSchedule',
};

export function schedulerService(needs: {
  region: string;
  accountId: string;
  permissions: Permissions;
  schedules(): Schedules;
  now(): number;
}): Service {
  const { permissions, schedules, now, region, accountId } = needs;

  /** What the request says: the name is in the path, the rest in the body or the query. */
  const asked = (call: SdkCall, name: string) => {
    const body = jsonBody(call);
    const fields: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}), Name: name };
    const group = fields.GroupName ?? call.url.searchParams.get('groupName') ?? 'default';
    return { fields, group: String(group) };
  };

  return {
    operation(call) {
      const [, encoded] = /^\/schedules\/([^/]+)$/.exec(call.url.pathname) ?? [];
      const operation = operations[call.method];
      if (encoded === undefined || operation === undefined) {
        return unknownOperation('scheduler', `${call.method} ${call.url.pathname}`);
      }
      return {
        name: `scheduler:${operation}`,
        run(): SdkAnswer {
          const name = decodeURIComponent(encoded);
          const { fields, group } = asked(call, name);
          const principal = { role: call.role };
          const resource = `arn:aws:scheduler:${region}:${accountId}:schedule/${group}/${name}`;
          permissions.demand({ principal, action: `scheduler:${operation}`, resource, context: {} });
          const role = roleOf(fields);
          if (role !== undefined) {
            const context = { 'iam:PassedToService': 'scheduler.amazonaws.com' };
            permissions.demand({ principal, action: 'iam:PassRole', resource: role, context });
          }
          const result = answer(operation, name, group, fields);
          return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
        },
      };
    },
    error: restError,
  };

  function answer(operation: string, name: string, group: string, fields: Record<string, unknown>) {
    if (operation === 'CreateSchedule') return schedules().create(fields, now());
    if (operation === 'UpdateSchedule') return schedules().update(fields, now());
    if (operation === 'GetSchedule') return schedules().get(name, group);
    schedules().delete(name, group);
    return {};
  }
}

function roleOf({ Target: target }: Record<string, unknown>): string | undefined {
  if (typeof target !== 'object' || target === null || !('RoleArn' in target)) return undefined;
  return typeof target.RoleArn === 'string' ? target.RoleArn : undefined;
}
