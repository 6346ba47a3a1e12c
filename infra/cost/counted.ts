import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { unitNames } from './units.ts';

const Units = z.partialRecord(z.enum(unitNames), z.number());

/** What functions did: how often they ran, how often after a pause so long that AWS had put them away, what they called. */
const Work = z.object({ runs: z.number(), cold: z.number(), calls: z.number(), logBytes: z.number() });
export type Work = z.infer<typeof Work>;

/** What a programme of so many people did on the local stage, from the launch to the goodbyes. */
export const Counted = z.object({
  at: z.string(),
  people: z.number(),
  months: z.number(),
  /** By the folder of a function. */
  work: z.record(z.string(), Work),
  units: Units,
  storedBytes: z.number(),
  /** One run of each function that also runs when nothing happens. */
  atRest: z.record(z.string(), z.object({ calls: z.number(), logBytes: z.number(), units: Units })),
});
export type Counted = z.infer<typeof Counted>;

const file = new URL('./counted.json', import.meta.url);
export const countedFile = file.pathname;
export const readCounted = (): Counted => Counted.parse(JSON.parse(readFileSync(file, 'utf8')));

const Price = z.object({
  usd: z.number(),
  per: z.number(),
  unit: z.string(),
  source: z.url(),
  /** With what the figure was compared last. */
  compared: z.string().optional(),
  /** What it stands on, where it is not simply the one of the source. */
  basis: z.string().optional(),
});
/** What a price is for; the bill has a line for each. */
export const priceNames = [
  'lambda request',
  'lambda GB-second',
  'api request',
  'dynamodb write unit',
  'dynamodb read unit',
  'dynamodb GB-month',
  'dynamodb backup GB-month',
  'event',
  'archived GB',
  'schedule',
  'queue request',
  'log GB',
  'log GB-month',
  'alarm month',
  'metric month',
  'dashboard month',
  'customer key month',
  'object read',
  'transfer GB',
  'letter',
  'letter GB',
] as const;
export type PriceName = (typeof priceNames)[number];

export const Prices = z.object({
  region: z.string(),
  at: z.string(),
  note: z.string(),
  prices: z.record(z.enum(priceNames), Price),
  /** What cannot be counted on a laptop. */
  assumed: z.object({
    'milliseconds of own work in a run': z.number(),
    'milliseconds for each call': z.number(),
    'milliseconds of a cold start': z.number(),
    'seconds until a function is cold': z.number(),
    'seconds that a sender waits for a letter’s slot': z.number(),
    'bytes that Lambda logs for each run': z.number(),
    'receives a minute by an idle queue mapping': z.number(),
    'bytes of a page and its assets': z.number(),
  }),
});
export type Prices = z.infer<typeof Prices>;
export const readPrices = (): Prices =>
  Prices.parse(JSON.parse(readFileSync(new URL('./prices.json', import.meta.url), 'utf8')));
