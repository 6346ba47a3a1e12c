import { expect, it } from 'vitest';
import { templatesOf } from './stacks.ts';

const { ofType } = templatesOf('prod');

it('signs mail by DKIM, with a return path of its own below the sender’s domain', () => {
  expect(ofType('AWS::SES::EmailIdentity').map(({ Properties }) => Properties)).toMatchObject([
    {
      EmailIdentity: 'mentoring.example.org',
      DkimAttributes: { SigningEnabled: true },
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { MailFromDomain: 'bounce.mentoring.example.org', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
      FeedbackAttributes: { EmailForwardingEnabled: false },
    },
  ]);
});

it('hears what became of mail, and neither of opens nor of clicks', () => {
  const [destination] = ofType('AWS::SES::ConfigurationSetEventDestination');
  expect(destination?.Properties.EventDestination).toMatchObject({
    MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
  });
  const [set] = ofType('AWS::SES::ConfigurationSet');
  expect(set?.Properties).toMatchObject({ DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
  expect(set?.Properties).not.toHaveProperty('TrackingOptions');
});
