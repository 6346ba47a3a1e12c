import { type Core, isChosen, turn } from './core.ts';
import type { People } from './people.ts';

/**
 * Chooses for each junior what is best at these prices of the seniors (of equals, what they hold in the auction), and sets the junior's price to match, so that
 * the invariant of `repairer` holds for all pairs of the core.
 */
export function chooseAt(
  people: People,
  core: Core,
  price: Float64Array,
  holds: (junior: number, senior: number) => boolean,
): void {
  const { juniors, places, first, scale } = people;
  const order: { pair: number; value: number; held: number }[] = [];
  for (let junior = 0; junior < juniors; junior++) {
    const room = places[junior] ?? 0;
    const least = first[junior] === 1 ? -scale.person : 0;
    const from = core.start[junior] ?? 0;
    const to = core.start[junior + 1] ?? 0;
    if (room === 0) continue;
    if (room === 1) {
      let best = least;
      let chosen = -1;
      for (let at = from; at < to; at++) {
        const pair = core.list[at] ?? 0;
        const senior = core.senior[pair] ?? 0;
        const value = (core.gain[pair] ?? 0) - (price[senior] ?? 0);
        if (value < best || (value === best && (chosen < 0 || !holds(junior, senior)))) continue;
        best = value;
        chosen = pair;
      }
      price[junior] = best;
      if (chosen >= 0) turn(core, chosen);
      continue;
    }
    order.length = 0;
    for (let at = from; at < to; at++) {
      const pair = core.list[at] ?? 0;
      const senior = core.senior[pair] ?? 0;
      const value = (core.gain[pair] ?? 0) - (price[senior] ?? 0);
      order.push({ pair, value, held: holds(junior, senior) ? 1 : 0 });
    }
    order.sort((a, b) => b.value - a.value || b.held - a.held || a.pair - b.pair);
    const wanted = order.filter(({ value }, rank) => rank < room && value > 0);
    const [top] = order;
    if (wanted.length === 0 && top && top.value > least) {
      wanted.push(top);
      price[junior] = top.value;
    } else if (wanted.length === room) price[junior] = Math.max(0, order[room]?.value ?? 0);
    else price[junior] = wanted.length > 0 ? 0 : least;
    for (const { pair } of wanted) turn(core, pair);
  }
}

/** Takes every pair into the choice that gains more than the prices of both. */
export function chooseGaining(core: Core, price: Float64Array): void {
  for (let pair = 0; pair < core.size; pair++) {
    const reduced =
      (price[core.junior[pair] ?? 0] ?? 0) + (price[core.senior[pair] ?? 0] ?? 0) - (core.gain[pair] ?? 0);
    if (reduced < 0 && !isChosen(core, pair)) turn(core, pair);
  }
}

/** Raises the prices of those whose places are all taken as far as their pairs bear it: fewer others then look better. */
export function raiseJuniors({ juniors, places }: People, core: Core, price: Float64Array): void {
  for (let junior = 0; junior < juniors; junior++) {
    const degree = core.degree[junior] ?? 0;
    if (degree === 0 || degree !== places[junior]) continue;
    let least = Number.POSITIVE_INFINITY;
    const from = core.start[junior] ?? 0;
    for (let at = from; at < from + degree; at++) {
      const pair = core.list[at] ?? 0;
      const left = (core.gain[pair] ?? 0) - (price[core.senior[pair] ?? 0] ?? 0);
      if (left < least) least = left;
    }
    price[junior] = Math.max(least, price[junior] ?? 0);
  }
}
