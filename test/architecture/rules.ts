import type { Rule } from './rule.ts';
import { dependencies } from './rules/dependencies.ts';
import { house } from './rules/house.ts';
import { tableKeys } from './rules/keys.ts';
import { layers } from './rules/layers.ts';
import { outsideWorld } from './rules/outside-world.ts';
import { shapes } from './rules/shapes.ts';
import { stems } from './rules/stems.ts';
import { suffixes } from './rules/suffixes.ts';

/** What holds for every file of this repository. */
export const rules: readonly Rule[] = [
  ...dependencies,
  ...layers,
  ...suffixes,
  ...outsideWorld,
  ...stems,
  ...shapes,
  ...tableKeys,
  ...house,
];
