/** One resource of a synthesised stack, as CloudFormation would have made it. */
export interface Resource {
  logicalId: string;
  stack: string;
  type: string;
  /** Every intrinsic resolved; properties that are `AWS::NoValue` left out. */
  properties: Record<string, unknown>;
  /** What `Ref` gives: a name, a URL (queue), an ARN (topic) or an id, just as AWS has it. */
  physicalId: string;
  arn?: string;
  metadata: Record<string, unknown>;
  dependsOn: string[];
}

export interface Assembly {
  region: string;
  accountId: string;
  /** All stacks in dependency order; inside a stack a resource follows what it refers to, custom resources as late as possible. */
  resources: Resource[];
  /** The directory of an asset, by its hash or by the object key of a function's code. */
  asset(hashOrKey: string): string;
  /** Outputs of all stacks by logical id. */
  outputs: Record<string, string>;
}

export interface LoadOptions {
  region: string;
  accountId: string;
  /** Where this queue answers; by default the URL that AWS would give. */
  queueUrl?(name: string): string;
  /** Where this HTTP API answers; by default the URL that AWS would give. */
  apiEndpoint?(apiId: string): string;
}
