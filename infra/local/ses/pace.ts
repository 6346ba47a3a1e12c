import type { Quota } from './ses.ts';

/** Counts what was sent, and says when it is too much: over the rate in one second, over the quota in one day. */
export function startPace() {
  const sent: number[] = [];
  const since = (time: number) => {
    let count = 0;
    while (count < sent.length && (sent[sent.length - 1 - count] ?? 0) > time) count++;
    return count;
  };
  return {
    /** The refusal in SES's words; otherwise the message is counted. */
    refuse(now: number, { Max24HourSend, MaxSendRate }: Quota): string | undefined {
      if (since(now - 86_400_000) >= Max24HourSend) return 'Daily message quota exceeded.';
      if (since(now - 1000) >= MaxSendRate) return 'Maximum sending rate exceeded.';
      sent.push(now);
      return undefined;
    },
    sentLastDay: (now: number) => since(now - 86_400_000),
  };
}
