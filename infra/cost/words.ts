import { type Bill, type Line, perPerson, targets, totalOf } from './bill.ts';
import type { Counted, Prices } from './counted.ts';

const numbers = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const usd = (amount: number) => amount.toFixed(amount < 0.1 ? 4 : 2).padStart(10);

/** Pure: the bill as people read it, with the targets beside it. */
export function wordsOf(
  bill: Bill,
  { people, months, counted, prices }: { people: number; months: number; counted: Counted; prices: Prices },
): string[] {
  const row = ({ price, quantity, usd: amount }: Line) => {
    const { unit, usd: each, per } = prices.prices[price];
    const times = `${numbers.format(each)} USD for ${per === 1 ? 'one' : numbers.format(per)}`;
    return `  ${unit.padEnd(32)} ${numbers.format(quantity).padStart(12)}  ${usd(amount)}  ${times}`;
  };
  const part = (title: string, lines: readonly Line[]) => [
    `${title}`,
    ...[...lines].sort((one, other) => other.usd - one.usd).map(row),
    `  ${''.padEnd(32)} ${''.padStart(12)}  ${usd(totalOf(lines))}`,
    '',
  ];
  const { atRest, person, ok } = verdict(bill, people, months);
  const all = totalOf(bill.atRest) * months + totalOf(bill.programme) + totalOf(bill.mail);
  const mark = (good: boolean) => (good ? 'kept' : 'MISSED');
  return [
    `${people} people, ${months} months, ${prices.region}, prices of ${prices.at}, calls of ${counted.people} people counted on ${counted.at}; USD`,
    '',
    ...part('A month in which nothing happens', bill.atRest),
    ...part('The programme, beside mail', bill.programme),
    ...part('Mail', bill.mail),
    `At rest              ${usd(atRest)} USD a month; target at most ${targets.atRest}: ${mark(ok.atRest)}`,
    `All but mail         ${person.toFixed(5).padStart(10)} USD a person and half-year; target at most ${targets.person}: ${mark(ok.person)}`,
    `In all               ${usd(all)} USD`,
  ];
}

export function verdict(bill: Bill, people: number, months: number) {
  const atRest = totalOf(bill.atRest);
  const person = perPerson(bill, people, months);
  return { atRest, person, ok: { atRest: atRest <= targets.atRest, person: person <= targets.person } };
}
