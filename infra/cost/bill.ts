import type { Counted, PriceName, Prices } from './counted.ts';
import type { UnitName, Units } from './units.ts';

/** What the bill has to know of a template. */
export interface Plan {
  /** MB by the folder of a function. */
  readonly memory: ReadonlyMap<string, number>;
  /** Functions that answer requests to the API. */
  readonly pages: ReadonlySet<string>;
  /** Runs a month of functions that run by the clock. */
  readonly byTheClock: ReadonlyMap<string, number>;
  readonly queueMappings: number;
  readonly backedUp: boolean;
  readonly archived: boolean;
  /** What costs by being there. */
  readonly standing: Readonly<Partial<Record<PriceName, number>>>;
}

export interface Line {
  readonly price: PriceName;
  readonly quantity: number;
  readonly usd: number;
}

export interface Bill {
  /** A month in which nothing happens. */
  readonly atRest: readonly Line[];
  /** The whole programme, beyond that. */
  readonly programme: readonly Line[];
  readonly mail: readonly Line[];
}

export const targets = { atRest: 2, person: 0.01 } as const;

const hoursInMonth = 730;
const gigabyte = 2 ** 30;

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

/** What one half-year of one person costs beside SES; other lengths are brought to it. */
export const perPerson = ({ programme }: Bill, people: number, months: number): number =>
  (totalOf(programme) / people) * (6 / months);

/** Pure: the bill of so many people and months, by what one programme did, scaled. */
export function billOf(
  plan: Plan,
  counted: Counted,
  prices: Prices,
  { people, months }: { people: number; months: number },
): Bill {
  const scale = (people / counted.people) * (months / counted.months);
  const { assumed } = prices;
  const milliseconds = (calls: number) =>
    assumed['milliseconds of own work in a run'] + calls * assumed['milliseconds for each call'];
  const memoryOf = (name: string) => {
    const megabytes = plan.memory.get(name);
    if (megabytes === undefined) throw new Error(`counted.json has ${name}, which the template has not: count anew`);
    return megabytes / 1_024;
  };
  const lines = (quantities: Partial<Record<PriceName, number>>): Line[] =>
    (Object.keys(quantities) as PriceName[]).flatMap((price) => {
      const quantity = quantities[price] ?? 0;
      const { usd, per } = prices.prices[price];
      return quantity > 0 ? [{ price, quantity, usd: (quantity * usd) / per }] : [];
    });

  const resting: Partial<Record<PriceName, number>> = { ...plan.standing };
  const rest = (price: PriceName, quantity: number) => {
    resting[price] = (resting[price] ?? 0) + quantity;
  };
  rest('queue request', plan.queueMappings * assumed['receives a minute by an idle queue mapping'] * 60 * hoursInMonth);
  for (const [name, runs] of plan.byTheClock) {
    const one = counted.atRest[name];
    if (!one) throw new Error(`counted.json knows no run of ${name}: count anew`);
    rest('schedule', runs);
    rest('lambda request', runs);
    rest('lambda GB-second', (runs * memoryOf(name) * milliseconds(one.calls)) / 1_000);
    rest('log GB', (runs * (one.logBytes + assumed['bytes that Lambda logs for each run'])) / gigabyte);
    for (const [price, quantity] of priced(one.units)) rest(price, runs * quantity);
  }

  const work = Object.entries(counted.work).filter(([name]) => !plan.byTheClock.has(name));
  const total = (of: (one: Counted['work'][string], name: string) => number) =>
    scale * work.reduce((sum, [name, one]) => sum + of(one, name), 0);
  const requests = total(({ runs }, name) => (plan.pages.has(name) ? runs : 0));
  const letters = scale * (counted.units.letters ?? 0);
  const stored = (scale * counted.storedBytes) / gigabyte;
  const logs =
    total(({ runs, logBytes }) => logBytes + runs * assumed['bytes that Lambda logs for each run']) / gigabyte;
  const programme: Partial<Record<PriceName, number>> = {
    'lambda request': total(({ runs }) => runs),
    'lambda GB-second':
      total(
        ({ runs, cold, calls }, name) =>
          (memoryOf(name) *
            (runs * milliseconds(runs > 0 ? calls / runs : 0) + cold * assumed['milliseconds of a cold start'])) /
          1_000,
      ) +
      letters * memoryOf('send-letters') * assumed['seconds that a sender waits for a letter’s slot'],
    'api request': requests,
    ...Object.fromEntries(priced(counted.units).map(([price, quantity]) => [price, scale * quantity])),
    // It grows from nothing to all.
    'dynamodb GB-month': (stored * months) / 2,
    'dynamodb backup GB-month': plan.backedUp ? (stored * months) / 2 : 0,
    'archived GB': plan.archived ? (scale * (counted.units.events ?? 0) * 1_024) / gigabyte : 0,
    'log GB': logs,
    'log GB-month': logs * 3,
    'transfer GB': (requests * assumed['bytes of a page and its assets']) / gigabyte,
  };
  const mail = { letter: letters, 'letter GB': (scale * (counted.units['letter bytes'] ?? 0)) / gigabyte };
  return { atRest: lines(resting), programme: lines(programme), mail: lines(mail) };
}

const priceOfUnit: Partial<Record<UnitName, PriceName>> = {
  'dynamodb write units': 'dynamodb write unit',
  'dynamodb read units': 'dynamodb read unit',
  events: 'event',
  schedules: 'schedule',
  'queue requests': 'queue request',
  'object reads': 'object read',
};

/** Without SES, which has a bill of its own. */
const priced = (units: Units): [PriceName, number][] =>
  (Object.keys(units) as UnitName[]).flatMap((unit) => {
    const price = priceOfUnit[unit];
    const quantity = units[unit];
    return price && quantity ? [[price, quantity] as [PriceName, number]] : [];
  });
