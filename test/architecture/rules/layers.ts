import { perFile, type Rule, under } from '../rule.ts';
import type { Source } from '../source.ts';

/**
 * The floors of `shared`, from the ground up: a file imports from its own floor and those below. Nouns stand on one
 * floor and may know each other; what keeps them apart is that no modules form a circle.
 */
const floors = [
  { name: 'time', folders: ['time'] },
  { name: 'the table', folders: ['table'] },
  {
    name: 'the nouns',
    folders: [
      'check-in',
      'cohort',
      'help',
      'keys',
      'letter',
      'member',
      'moment',
      'outbox',
      'pair',
      'pairing',
      'parked',
      'participant',
      'person',
      'reply',
      'session',
      'source',
      'submission',
      'task',
      'token',
    ],
  },
  { name: 'the web', folders: ['web'] },
  { name: 'the runtime', folders: ['runtime'] },
  // What all rooms of HR's desk share: pages of several functions.
  { name: 'the desk', folders: ['desk'] },
] as const;

const folderOf = (path: string) => path.split('/')[1] ?? '';
const floorOf = (path: string) =>
  floors.findIndex(({ folders }) => folders.some((folder) => folder === folderOf(path)));
const nameOf = (floor: number) => floors[floor]?.name ?? 'no floor';

function climbs({ path, imports }: Source): string[] {
  const own = floorOf(path);
  if (own < 0) return [`${folderOf(path)} has no floor: give it one`];
  return imports
    .filter(({ ours, to }) => ours && under('shared')(to) && floorOf(to) > own)
    .map(({ to }) => `${nameOf(own)} imports ${to} of ${nameOf(floorOf(to))}`);
}

export const layers: readonly Rule[] = [
  {
    name: 'a file of shared imports from its own floor and those below',
    check: perFile(under('shared'), climbs),
    except: {
      'shared/table/table.dynamodb.ts': 'waits between two tries of a transaction, and all waiting is runtime/pause.ts',
    },
    breaks: [
      {
        files: { 'shared/table/a.ts': `import { pairs } from '../pair/pair.ts';` },
        says: 'the table imports shared/pair/pair.ts of the nouns',
      },
      { files: { 'shared/utils/a.ts': '' }, says: 'utils has no floor' },
    ],
  },
];
