import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for the files of one test; gone when the test is. */
export function files(): Disposable & { write(name: string, content: string | Uint8Array): string } {
  const directory = mkdtempSync(join(tmpdir(), 'pair-'));
  return {
    write(name, content) {
      const path = join(directory, name);
      writeFileSync(path, content);
      return path;
    },
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  };
}

export const header = 'employee_id,name,email,role,level,manager_id,unit,languages,topics';
const top = ['B1,Boss One,,,,-,,,', 'B2,Boss Two,,,,-,,,'];
export const junior = (id: string, changes: { topics?: string; manager?: string; level?: number } = {}) =>
  `${id},Junior ${id},${id}@example.com,junior,${changes.level ?? 2},${changes.manager ?? 'B1'},Sales,en,${changes.topics ?? 'AI'}`;
export const senior = (id: string, changes: { topics?: string; manager?: string; level?: number } = {}) =>
  `${id},Senior ${id},${id}@example.com,senior,${changes.level ?? 7},${changes.manager ?? 'B2'},Board,en,${changes.topics ?? 'AI'}`;
export const csv = (...lines: readonly string[]) => `${[header, ...top, ...lines].join('\n')}\n`;
