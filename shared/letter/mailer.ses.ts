import { GetSendQuotaCommand, SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Instant } from '../../events/define.ts';
import { minutesAfter } from '../time/minute.ts';
import type { Quota } from './quota.ts';

export interface Message {
  readonly from: string;
  readonly to: string;
  readonly raw: Uint8Array;
  readonly tags: readonly { Name: string; Value: string }[];
}

/** `refused`: SES certainly did not take it. `unknown`: the call ended without an answer; it may have been taken. */
export type Sent =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | {
      readonly outcome: 'refused';
      readonly because: 'rate' | 'quota' | 'sandbox' | 'identity' | 'paused' | 'other';
      readonly why: string;
    }
  | { readonly outcome: 'unknown'; readonly why: string };

const answerWithinMilliseconds = 10_000;
const quotaMinutes = 5;

/** SES, called once for each attempt: the SDK's own retry could send a letter twice. */
export function sesMailer(
  configurationSet: string,
  client = new SESClient({
    maxAttempts: 1,
    // Without the second setting the SDK only warns, and waits on.
    requestHandler: { requestTimeout: answerWithinMilliseconds, throwOnRequestTimeout: true },
  }),
) {
  let kept: { at: Instant; quota: Promise<Quota> } | undefined;
  return {
    async send({ from, to, raw, tags }: Message): Promise<Sent> {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: from,
            Destinations: [to],
            RawMessage: { Data: raw },
            Tags: [...tags],
            ConfigurationSetName: configurationSet,
          }),
        );
        return MessageId ? { outcome: 'accepted', messageId: MessageId } : { outcome: 'unknown', why: 'no message id' };
      } catch (error) {
        return outcomeOf(error, from);
      }
    },
    /** SES answers this call once a second only, so it is kept a while. */
    quota(at: Instant): Promise<Quota> {
      if (!kept || minutesAfter(kept.at, quotaMinutes) <= at) {
        const quota = askQuota();
        kept = { at, quota };
        quota.catch(() => {
          kept = undefined;
        });
      }
      return kept.quota;
    },
  };

  async function askQuota(): Promise<Quota> {
    const {
      MaxSendRate = 1,
      Max24HourSend = 200,
      SentLast24Hours = 0,
    } = await client.send(new GetSendQuotaCommand({}));
    return {
      perSecond: MaxSendRate,
      // Some accounts have no daily quota: SES says -1.
      perDay: Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Max24HourSend,
      sent: SentLast24Hours,
    };
  }
}
export type Mailer = ReturnType<typeof sesMailer>;

const unverified: Sent = {
  outcome: 'refused',
  because: 'identity',
  why: 'SES does not know our sender as verified',
};

/** Pure: what an error of the call says about the message. */
export function outcomeOf(error: unknown, from: string): Sent {
  if (!(error instanceof SESServiceException))
    return { outcome: 'unknown', why: error instanceof Error ? error.name : 'no answer' };
  const { name, message } = error;
  const status = error.$metadata.httpStatusCode ?? 500;
  if (/throttl|toomanyrequests/i.test(name)) {
    return /daily/i.test(message)
      ? { outcome: 'refused', because: 'quota', why: 'the daily quota of SES is used up' }
      : { outcome: 'refused', because: 'rate', why: 'over the rate of SES' };
  }
  if (status >= 500) return { outcome: 'unknown', why: name };
  if (/paused/i.test(name))
    return { outcome: 'refused', because: 'paused', why: 'SES has paused sending for this account' };
  if (/MailFromDomainNotVerified/i.test(name)) return unverified;
  if (name === 'MessageRejected' && /not verified/i.test(message)) {
    // SES names the identities that failed: ours, or in its sandbox the reader's.
    if (message.toLowerCase().includes(from.slice(from.lastIndexOf('@')).toLowerCase())) return unverified;
    return {
      outcome: 'refused',
      because: 'sandbox',
      why: 'SES is in its sandbox: it sends to verified addresses only',
    };
  }
  return { outcome: 'refused', because: 'other', why: name };
}
