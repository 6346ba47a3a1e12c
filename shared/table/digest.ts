import { createHash } from 'node:crypto';

/** SHA-256 of a text in hex, cut to `length` digits: for ids that follow from other ids, so that doing twice is doing once. */
export const digest = (text: string, length = 64): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
