import type { Assembly, Resource } from '../../../infra/local/template/load.ts';

type Sketch = Pick<Resource, 'logicalId' | 'type'> & Partial<Resource>;

/** An assembly of resources that are already resolved. */
export const assemblyOf = (resources: Sketch[]): Assembly => ({
  region: 'eu-central-1',
  accountId: '000000000000',
  resources: resources.map((resource) => ({
    stack: 'stack',
    physicalId: resource.logicalId,
    properties: {},
    metadata: {},
    dependsOn: [],
    ...resource,
  })),
  outputs: {},
  asset: (hashOrKey) => hashOrKey,
});
