import { describe, expect, it } from 'vitest';
import { repository } from './repository.ts';
import { rules } from './rules.ts';
import { parse } from './source.ts';

const examples = rules.flatMap(({ breaks }) => breaks);
const [sources = [], ...parsed] = parse([repository(), ...examples.map(({ files }) => files)]);

describe.each(rules)('$name', ({ check, except = {}, breaks }) => {
  const violations = check(sources);

  it('holds everywhere, but for the exceptions that are needed', () => {
    const told = violations.filter(({ path }) => !(path in except)).map(({ path, what }) => `${path}: ${what}`);
    expect(told, told.join('\n')).toEqual([]);
    const breaking = new Set(violations.map(({ path }) => path));
    expect(Object.keys(except).filter((path) => !breaking.has(path))).toEqual([]);
  });

  it.each(breaks)('notices: $says', (example) => {
    const told = check(parsed[examples.indexOf(example)] ?? []).map(({ path, what }) => `${path}: ${what}`);
    expect(told.join('\n')).toContain(example.says);
  });
});
