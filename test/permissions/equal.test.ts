import { globSync, readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { loadAssembly } from '../../infra/local/template/load.ts';
import { storedUses } from '../support/used-permissions.ts';
import { allowedIn, spelled, usedBy } from './allowed.ts';
import { unused } from './unused.ts';

const root = `${import.meta.dirname}/../..`;
const { files, uses } = storedUses();
const played = globSync('test/{workflow,faults}/*.test.ts', { cwd: root }).filter((file) =>
  readFileSync(`${root}/${file}`, 'utf8').includes('useStage()'),
);
const missing = played.filter((file) => !files.some((each) => each.endsWith(file)));

/**
 * The stage refuses what a policy lacks. The other half of “equal”: what a policy has beyond what all stories together
 * have done stands here with its reason. Only a run of the whole workflow can tell.
 */
it.skipIf(missing.length > 0)(
  'no role may do more than the stories of the workflow do, but for what has a reason',
  () => {
    const assembly = loadAssembly(inject('assembly'), {
      region: 'eu-central-1',
      accountId: '000000000000',
      queueUrl: (name) => `http://localhost/${name}`,
      apiEndpoint: () => 'http://localhost:4400',
    });
    const idle = allowedIn(assembly)
      .filter((allowed) => !usedBy(allowed, uses))
      .map(spelled);
    expect(idle.filter((each) => !unused.some(({ what }) => what.test(each)))).toEqual([]);
    expect(
      unused.filter(({ what }) => !idle.some((each) => what.test(each))).map(({ what }) => String(what)),
      'reasons for what is used after all',
    ).toEqual([]);
  },
);
