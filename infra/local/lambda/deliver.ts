import type { Delivery } from '../bus/bus.ts';
import type { Permissions } from '../http/permissions.ts';
import type { Queues } from '../sqs/queues.ts';
import type { FunctionResource } from './resources.ts';

export interface DeliverNeeds {
  accountId: string;
  permissions: Permissions;
  find(nameOrArn: string): FunctionResource;
  queues(): Queues;
  invokeLater(fn: FunctionResource, payload: string): void;
  add(label: string, run: () => Promise<void>): void;
  copies(): number;
  now(): number;
  changed(): void;
  onProblem(sentence: string): void;
}

/** Brings what a rule matched to the rule's target, as far as the target's own policy lets the bus in. */
export function deliverer(needs: DeliverNeeds): (deliveries: readonly Delivery[]) => void {
  const { accountId, permissions, now } = needs;

  const may = (rule: Delivery['rule'], action: string, resource: string) =>
    permissions.allowed({
      principal: { service: 'events.amazonaws.com', sourceArn: rule.arn },
      action,
      resource,
      context: { 'aws:SourceArn': rule.arn, 'aws:SourceAccount': accountId },
    });

  /** The dead-letter queue of the rule's target gets the event, with the reason in attributes. */
  const giveUp = ({ rule, target, event }: Delivery, code: string, message: string) => {
    const queueArn = target.deadLetterArn;
    if (queueArn === undefined || !may(rule, 'sqs:SendMessage', queueArn)) {
      needs.onProblem(`An event of ${rule.name} is lost: ${message}`);
      return;
    }
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    const MessageAttributes = {
      ERROR_CODE: text(code),
      ERROR_MESSAGE: text(message),
      RULE_ARN: text(rule.arn),
      TARGET_ARN: text(target.arn),
    };
    needs
      .queues()
      .find(queueArn)
      .send({ MessageBody: JSON.stringify(event), MessageAttributes }, now());
    needs.changed();
  };

  const bring = (delivery: Delivery) => {
    const { rule, target, input } = delivery;
    const [service] = target.arn.split(':').slice(2);
    if (service === 'lambda') {
      if (!may(rule, 'lambda:InvokeFunction', target.arn))
        return giveUp(delivery, 'NO_PERMISSIONS', 'not authorized to invoke the function');
      return needs.invokeLater(needs.find(target.arn), input);
    }
    if (service === 'sqs') {
      if (!may(rule, 'sqs:SendMessage', target.arn))
        return giveUp(delivery, 'NO_PERMISSIONS', 'not authorized to send to the queue');
      needs.queues().find(target.arn).send({ MessageBody: input }, now());
      return needs.changed();
    }
    needs.onProblem(`The local stage does not know how a rule delivers to ${target.arn} (${rule.logicalId})`);
  };

  return (deliveries) => {
    for (const delivery of deliveries) {
      for (let copy = 0; copy < needs.copies(); copy++) {
        needs.add(`${delivery.rule.logicalId} delivers ${delivery.event['detail-type']}`, async () => bring(delivery));
      }
    }
  };
}
