import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file of ours that a person writes (path → text). What a build makes is not among them. */
export function repository(): Record<string, string> {
  const paths = globSync(['{events,functions,shared,infra,test}/**/*.{ts,tsx}', '*.config.ts'], {
    cwd: root,
    exclude: (path) => path.includes('/compiled/'),
  });
  return Object.fromEntries(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.includes('/compiled/') && !path.endsWith('.d.ts'))
      .sort()
      .map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]),
  );
}
