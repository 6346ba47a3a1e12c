import { GetSendQuotaCommand, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { sesMailer } from '../../../shared/letter/mailer.ses.ts';
import { shareOf } from '../../../shared/letter/quota.ts';

const at = '2026-03-02T08:00:00.000Z';
const message = {
  from: 'a@example.com',
  to: 'b@example.com',
  raw: new Uint8Array([1]),
  tags: [{ Name: 'letterId', Value: 'let_1' }],
};

function mailer() {
  const client = new SESClient({ region: 'eu-central-1' });
  return { ses: mockClient(client), mailer: sesMailer('our-set', client) };
}
const refusal = (name: string, message: string, httpStatusCode: number) =>
  new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });

describe('one call to SES', () => {
  it('names the configuration set and the tags by which its events find the letter', async () => {
    const { ses, mailer: sender } = mailer();
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await sender.send(message)).toEqual({ outcome: 'accepted', messageId: 'm-1' });
    expect(ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input).toMatchObject({
      Source: 'a@example.com',
      Destinations: ['b@example.com'],
      ConfigurationSetName: 'our-set',
      Tags: [{ Name: 'letterId', Value: 'let_1' }],
    });
  });

  it.each([
    [refusal('Throttling', 'Maximum sending rate exceeded.', 400), { outcome: 'refused', because: 'rate' }],
    [refusal('Throttling', 'Daily message quota exceeded.', 400), { outcome: 'refused', because: 'quota' }],
    [refusal('MessageRejected', 'Email address is not verified.', 400), { outcome: 'refused', because: 'sandbox' }],
    [refusal('AccountSendingPausedException', 'Paused.', 400), { outcome: 'refused', because: 'paused' }],
    [
      refusal('MessageRejected', 'Email address is not verified. … EU-CENTRAL-1: a@example.com', 400),
      { outcome: 'refused', because: 'identity' },
    ],
    [refusal('MailFromDomainNotVerifiedException', 'No.', 400), { outcome: 'refused', because: 'identity' }],
    [refusal('ConfigurationSetDoesNotExist', 'No.', 400), { outcome: 'refused', because: 'other' }],
    [refusal('InternalFailure', 'Oops.', 500), { outcome: 'unknown' }],
    [new Error('socket hang up'), { outcome: 'unknown' }],
  ])('tells a certain refusal from an unknown outcome: %s', async (error, expected) => {
    const { ses, mailer: sender } = mailer();
    ses.on(SendRawEmailCommand).rejects(error);
    expect(await sender.send(message)).toMatchObject(expected);
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  it('asks for the quota once in five minutes, and again after a failure', async () => {
    const { ses, mailer: sender } = mailer();
    ses
      .on(GetSendQuotaCommand)
      .rejectsOnce(new Error('down'))
      .resolves({ MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 100 });
    await expect(sender.quota(at)).rejects.toThrow('down');
    expect(await sender.quota(at)).toEqual({ perSecond: 14, perDay: 50_000, sent: 100 });
    await sender.quota('2026-03-02T08:04:59.000Z');
    expect(ses.commandCalls(GetSendQuotaCommand)).toHaveLength(2);
    await sender.quota('2026-03-02T08:05:00.000Z');
    expect(ses.commandCalls(GetSendQuotaCommand)).toHaveLength(3);
  });

  it('leaves to others what is not its share, of a second as of a day', () => {
    const quota = { perSecond: 14, perDay: 50_000, sent: 4_000 };
    expect(shareOf(quota, 1)).toEqual({ perSecond: 14, left: 46_000 });
    expect(shareOf(quota, 0.1)).toEqual({ perSecond: 14 * 0.1, left: 1_000 });
    expect(shareOf({ ...quota, sent: 6_000 }, 0.1)).toMatchObject({ left: 0 });
    expect(shareOf({ ...quota, perDay: Number.POSITIVE_INFINITY }, 0.1)).toMatchObject({ left: Infinity });
  });
});
