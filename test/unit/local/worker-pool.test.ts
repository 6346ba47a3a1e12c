import { describe, expect, it } from 'vitest';
import { workerPool } from '../../../infra/local/lambda/pool.ts';
import type { FunctionResource } from '../../../infra/local/lambda/resources.ts';
import type { FunctionWorker } from '../../../infra/local/lambda/worker-process.ts';

const functionOf = (name: string): FunctionResource => ({
  logicalId: name,
  name,
  functionName: name,
  arn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
  role: {
    logicalId: name,
    stack: '',
    type: 'AWS::IAM::Role',
    properties: {},
    physicalId: name,
    metadata: {},
    dependsOn: [],
  },
  caller: name,
  directory: '/nowhere',
  module: 'handler',
  exportName: 'handler',
  environment: {},
  timeoutMilliseconds: 1000,
  memoryMegabytes: 128,
});

/** A pool of workers that do nothing but remember that they were started and ended. */
function aPool(mostSpare: number) {
  const started: string[] = [];
  const ended: string[] = [];
  const pool = workerPool(({ name }): FunctionWorker => {
    const worker = `${name} ${started.filter((each) => each.startsWith(`${name} `)).length + 1}`;
    started.push(worker);
    let alive = true;
    return {
      send: () => {},
      listen: () => {},
      async terminate() {
        alive = false;
        ended.push(worker);
      },
      get alive() {
        return alive;
      },
    };
  }, mostSpare);
  const use = (...names: string[]) => {
    const busy = names.map((name) => ({ fn: functionOf(name), worker: pool.acquire(functionOf(name)) }));
    for (const { fn, worker } of busy) pool.release(fn, worker);
  };
  return { started, ended, use };
}

describe('the warm workers of the local stage', () => {
  it('are there for the second round of a story, however many functions it has', () => {
    const { started, use } = aPool(0);
    const names = Array.from({ length: 60 }, (_, number) => `function-${number}`);
    for (let round = 0; round < 2; round++) for (const name of names) use(name);
    expect(started).toHaveLength(60);
  });

  it('end, those longest unused first, where a function has more than it may keep', () => {
    const { ended, use } = aPool(1);
    use('relay', 'relay', 'desk', 'desk', 'desk');
    use('sweep');
    expect(ended).toEqual(['relay 1', 'desk 1']);
  });
});
