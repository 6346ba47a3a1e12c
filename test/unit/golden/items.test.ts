import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stored, storedIn } from './golden.ts';
import { nouns } from './nouns.ts';

const samples = storedIn('items').map((file) => {
  const [, name = '', schema = ''] = /^([a-z-]+)\.(\d+)$/.exec(file) ?? [];
  return { file, name, schema: Number(schema) };
});
const readerOf = (name: string) => nouns.find((noun) => noun.name === name);

describe.each(samples)('an item $file as it was once written', ({ file, name, schema }) => {
  const item = Object(stored(`items/${file}.json`, undefined));
  const noun = readerOf(name);

  it('says which schema it has', () => {
    expect(item.schema).toBe(schema);
  });

  it('is still read, and lies under the key that its ids give', () => {
    const { pk, sk } = item;
    expect(noun?.read(item).key).toEqual({ pk, sk });
  });

  it('takes the shape of today, under the same key, when it is next changed', () => {
    const { pk, sk, version } = item;
    const written = Object(noun?.written(item));
    expect(written).toMatchObject({ pk, sk, schema: noun?.schema, version: version + 1 });
    expect(noun?.read(written).key).toEqual({ pk, sk });
  });

  it.runIf(schema === noun?.schema)('loses nothing when it is read', () => {
    const { pk: _pk, sk: _sk, ...fields } = item;
    // A field that came later is read with its default, so there may be more than was written.
    expect(noun?.read(item).kept).toMatchObject(fields);
  });
});

describe('the samples of items', () => {
  it('hold one for every noun in its present schema', () => {
    const there = new Set(samples.map(({ file }) => file));
    expect(nouns.map(({ name, schema }) => `${name}.${schema}`).filter((file) => !there.has(file))).toEqual([]);
  });

  it('are read by every noun that shared defines', () => {
    const root = new URL('../../../', import.meta.url);
    const defined = globSync('shared/*/*.ts', { cwd: root }).flatMap((path) =>
      [...readFileSync(new URL(path, root), 'utf8').matchAll(/= noun\(\s*'([a-z-]+)'/g)].map(([, name]) => name),
    );
    expect(defined.sort()).toEqual(nouns.map(({ name }) => name).sort());
  });
});
