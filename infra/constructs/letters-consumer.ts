import type { Construct } from 'constructs';
import type { AnyEvent } from '../../events/define.ts';
import { QueueConsumer, type QueueConsumerProps } from './queue-consumer.ts';
import { type Hall, heard } from './reaction.ts';

export interface LettersConsumerProps extends Omit<QueueConsumerProps, 'rule' | 'input' | 'atOnce'> {
  readonly hears: AnyEvent;
}

/** The sender: its queue holds what SES's rate keeps waiting. */
export class LettersConsumer extends QueueConsumer {
  constructor(scope: Construct, name: string, hall: Hall, { hears, ...props }: LettersConsumerProps) {
    super(scope, name, hall, {
      ...props,
      facesPeople: true,
      rule: {
        description: `${name} hears ${hears.detailType}, through its queue`,
        eventBusName: hall.bus.name,
        eventPattern: heard([hears]),
      },
      // More senders than this would only wait for each other's slots.
      atOnce: 5,
    });
  }
}
