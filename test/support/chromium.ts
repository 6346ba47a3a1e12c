import { existsSync } from 'node:fs';

export const chromiumPath = process.env.CHROMIUM || '/usr/bin/chromium';
/** Said aloud: a skipped test must not look like a passed one. */
export const noBrowser = !existsSync(chromiumPath);
if (noBrowser)
  console.warn(`There is no browser at ${chromiumPath}: the browser tests are skipped. CHROMIUM names another.`);

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
