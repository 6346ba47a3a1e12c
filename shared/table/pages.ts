import { gunzipSync, gzipSync } from 'node:zlib';

/** A gzipped page stays well under the 400 KB of an item. */
const mostPerPage = 300_000;

/** Packs a list into gzipped JSON pages of at most 300 KB each, in order. */
export function packPages(list: readonly unknown[], perPage = 1_000): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let from = 0; from < list.length; ) {
    let take = Math.min(perPage, list.length - from);
    let packed = gzipSync(JSON.stringify(list.slice(from, from + take)));
    while (packed.length > mostPerPage && take > 1) {
      take = Math.ceil(take / 2);
      packed = gzipSync(JSON.stringify(list.slice(from, from + take)));
    }
    pages.push(packed);
    from += take;
  }
  return pages;
}

export const unpackPage = (page: Uint8Array): unknown => JSON.parse(gunzipSync(page).toString('utf8'));
