import { ServiceError } from '../../service-error.ts';
import type { Ses } from '../../ses/ses.ts';
import type { Permissions } from '../permissions.ts';
import { type Service, unknownOperation } from '../request.ts';
import { queryProtocol } from '../xml.ts';

const { answer: xml, error } = queryProtocol('http://ses.amazonaws.com/doc/2010-12-01/');

/** SES speaks the query protocol: a form goes in, XML comes back. */
export function sesService({
  permissions,
  ses,
  overtake,
}: {
  permissions: Permissions;
  ses: Ses;
  /** Lets events about the message arrive before the answer, if such a fault is injected. */
  overtake(): Promise<void>;
}): Service {
  return {
    operation(call) {
      const form = new URLSearchParams(call.body.toString('utf8'));
      const operation = form.get('Action') ?? '';
      const allow = (action: string, resource: string, context: Record<string, string> = {}) =>
        permissions.demand({ principal: { role: call.role }, action, resource, context });

      if (operation === 'GetSendQuota') {
        return {
          name: 'ses:GetSendQuota',
          run() {
            allow('ses:GetSendQuota', '*');
            return xml(
              operation,
              Object.entries(ses.quota())
                .map(([name, value]) => `<${name}>${value}</${name}>`)
                .join(''),
            );
          },
        };
      }
      if (operation !== 'SendRawEmail') unknownOperation('ses', operation);
      return {
        name: 'ses:SendRawEmail',
        async run() {
          const message = ses.read({
            data: Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'),
            source: form.get('Source') ?? undefined,
            destinations: members(form, 'Destinations'),
            configurationSet: form.get('ConfigurationSetName') ?? undefined,
            tags: tagsOf(form),
          });
          const context = { 'ses:FromAddress': message.from };
          for (const resource of ses.resources(message)) allow('ses:SendRawEmail', resource, context);
          const messageId = ses.send(message);
          await overtake();
          return xml(operation, `<MessageId>${messageId}</MessageId>`);
        },
      };
    },
    error,
  };
}

function members(form: URLSearchParams, list: string): string[] {
  const found: string[] = [];
  for (;;) {
    const value = form.get(`${list}.member.${found.length + 1}`);
    if (value === null) return found;
    found.push(value);
  }
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let n = 1; ; n++) {
    const name = form.get(`Tags.member.${n}.Name`);
    if (name === null) return tags;
    const value = form.get(`Tags.member.${n}.Value`) ?? '';
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(name) || !/^[A-Za-z0-9_.@-]{1,256}$/.test(value)) {
      throw new ServiceError('InvalidParameterValue', `Tag ${name} has characters that SES does not take`);
    }
    tags[name] = value;
  }
}
