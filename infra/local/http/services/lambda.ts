import type { Outcome } from '../../lambda/invocation.ts';
import type { FunctionResource } from '../../lambda/resources.ts';
import type { Permissions } from '../permissions.ts';
import { type SdkAnswer, type Service, unknownOperation } from '../request.ts';

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

export function lambdaService(needs: {
  permissions: Permissions;
  find(nameOrArn: string): FunctionResource;
  invoke(fn: FunctionResource, payload: string): Promise<Outcome>;
  invokeLater(fn: FunctionResource, payload: string): void;
}): Service {
  return {
    operation(call) {
      const [, given] = path.exec(call.url.pathname) ?? [];
      if (given === undefined || call.method !== 'POST')
        unknownOperation('lambda', `${call.method} ${call.url.pathname}`);
      return {
        name: 'lambda:InvokeFunction',
        async run(): Promise<SdkAnswer> {
          const fn = needs.find(decodeURIComponent(given));
          needs.permissions.demand({
            principal: { role: call.role },
            action: 'lambda:InvokeFunction',
            resource: fn.arn,
            context: { 'lambda:FunctionArn': fn.arn },
          });
          const payload = call.body.length === 0 ? '{}' : call.body.toString('utf8');
          if (call.headers['x-amz-invocation-type'] === 'Event') {
            needs.invokeLater(fn, payload);
            return { status: 202, headers: {}, body: '' };
          }
          const outcome = await needs.invoke(fn, payload);
          if (outcome.ok) return { status: 200, headers: {}, body: outcome.result ?? 'null' };
          return { status: 200, headers: { 'x-amz-function-error': 'Unhandled' }, body: JSON.stringify(outcome.error) };
        },
      };
    },
    error: restError,
  };
}

/** How services of the REST protocols say errors. */
export const restError: Service['error'] = ({ code, message, status }) => ({
  status: code === 'AccessDeniedException' ? 403 : status,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
  body: JSON.stringify({ Type: 'User', message, Message: message }),
});
