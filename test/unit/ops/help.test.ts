import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../../infra/build/functions.ts';
import { run } from '../../support/command.ts';
import { heavy } from '../../support/heavy.ts';

/** Every command that is a program of this repository, and not that of a tool. */
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const [, path, flags = ''] = /^node (?:--\S+ )*((?:infra|test\/deployed)\/\S+\.ts)( --\S+)?$/.exec(line) ?? [];
  return path === undefined ? [] : [{ name, path, flags: flags.trim() }];
});
const some = heavy ? commands : commands.filter(({ name }) => ['rotate-keys', 'trace'].includes(name));

it('knows all commands', () => {
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['start', 'test:deployed', 'pair', 'synth', 'deploy', 'diff', 'erase', 'cost', 'trace']),
  );
});

it.concurrent.each(some)(
  'npm run $name -- … --help tells how it is used, and asks nobody',
  async ({ name, path, flags }) => {
    const stage = /^infra\/ops\//.test(path) ? ['dev'] : [];
    const nobody = { endpoint: 'http://127.0.0.1:1' };
    const { code, out, said } = await run(nobody, path, ...(flags ? [flags] : []), ...stage, '--help');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toContain(name === 'start' ? 'npm start' : `npm run ${name}`);
  },
);
