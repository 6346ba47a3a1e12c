/** What SES lets an account send: it counts neither stages nor programmes. */
export interface Quota {
  readonly perSecond: number;
  readonly perDay: number;
  /** Of them, in the last 24 hours. */
  readonly sent: number;
}

/** What a stage may use of it. It ends where the account's day reaches its share, so that the rest is never its doing. */
export const shareOf = ({ perSecond, perDay, sent }: Quota, share: number): { perSecond: number; left: number } => ({
  perSecond: Math.max(perSecond * share, 0.1),
  left: Math.max(Math.floor(perDay * share) - sent, 0),
});
