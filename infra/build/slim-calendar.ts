import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './functions.ts';

/**
 * What writing an invitation brings along: alarms and categories, which none of ours has. They are left out of the
 * library's own source, because its bundle is one file.
 */
const unused = {
  alarm: 'export default class { }; export const ICalAlarmRelatesTo = {}, ICalAlarmType = {};',
  category: 'export default class { }',
} as const;

export const slimCalendar: Plugin = {
  name: 'slim-calendar',
  setup(build) {
    build.onResolve({ filter: /^ical-generator$/ }, () => ({
      path: join(root, 'node_modules/ical-generator/src/index.ts'),
      sideEffects: false,
    }));
    for (const [module, contents] of Object.entries(unused)) {
      build.onLoad({ filter: new RegExp(`ical-generator/src/${module}\\.ts$`) }, () => ({ contents }));
    }
  },
};
