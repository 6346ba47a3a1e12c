import type { Page } from '../../infra/local/rehearse/page.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';

/** Every page of the desk that links lead to, by its path. */
export async function theDesk({ town, hr, cohort }: Rehearsal, most = 80): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  let through = false;
  town.begin(async () => {
    const queue = [cohort().path, '/desk'];
    while (queue.length > 0 && pages.size < most) {
      const path = queue.shift() ?? '';
      if (pages.has(path)) continue;
      const page = await hr.open(path);
      pages.set(path, page);
      for (const { href } of page.links) {
        const { origin, pathname, search } = new URL(href, 'http://localhost:4400');
        const here = origin === 'http://localhost:4400' && pathname.startsWith('/desk');
        // The same page in another language or order tells nothing else.
        if (here && !/\b(lang|sort)=/.test(search)) queue.push(`${pathname}${search}`);
      }
    }
    through = true;
  });
  await town.live(() => through);
  return pages;
}
