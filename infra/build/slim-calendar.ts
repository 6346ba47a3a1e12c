import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './functions.ts';

/**
 * What writing an invitation brings along: alarms, categories, repetition, places, files and the like, which none of ours
 * has, and the same once more as JSON. They are left out of the library's own source, because its bundle is one file.
 */
const unused = {
  alarm: 'export default class { }; export const ICalAlarmRelatesTo = {}, ICalAlarmType = {};',
  category: 'export default class { }',
} as const;
const methods = {
  event: [
    ...['toJSON', 'repeating', 'location', 'travelTime', 'recurrenceId', 'transparency', 'priority', 'url', 'class'],
    ...['createAlarm', 'alarms', 'createCategory', 'categories', 'createAttachment', 'attachments'],
    ...['created', 'lastModified'],
  ],
  calendar: ['toJSON'],
  attendee: ['toJSON'],
} as const;

/** The class without this method, as the library's formatter lays it out. What is not found is no longer as we know it. */
function without(source: string, method: string): string {
  const body = new RegExp(`^    ${method}\\([^;{]*\\{\\n[\\s\\S]*?^    \\}\\n`, 'm');
  if (!body.test(source)) throw new Error(`ical-generator has no method ${method} any more`);
  return source.replace(body, '');
}

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
    for (const [module, unwanted] of Object.entries(methods)) {
      build.onLoad({ filter: new RegExp(`ical-generator/src/${module}\\.ts$`) }, async ({ path }) => ({
        contents: unwanted.reduce(without, await readFile(path, 'utf8')),
        loader: 'ts',
      }));
    }
  },
};
