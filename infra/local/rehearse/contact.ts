import type { Random } from '../clock/random.ts';
import type { Letter } from './mail.ts';
import { handsOf } from './person.ts';
import type { Resident, Town } from './town.ts';

/** A coordinator or an independent contact: takes on each request for help, calls, and closes it the next day. */
export function contact(town: Town, address: string, random: Random): Resident {
  const hands = handsOf(town, random, 'de');
  const hour = 3600;
  return {
    address,
    async read(letter: Letter) {
      const link = letter.links.find(({ href }) => /\/help\//.test(href));
      if (!link) return;
      await town.pause(hour * (1 + Math.floor(5 * random.next())));
      const asked = await hands.open(link.href);
      if (asked.status >= 400 || asked.forms.length === 0) return;
      await hands.submit(asked.form());
      await town.pause(24 * hour);
      const taken = await hands.open(link.href);
      if (taken.forms.length > 0) await hands.submit(taken.form());
    },
  };
}
