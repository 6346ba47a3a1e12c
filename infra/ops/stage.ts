import {
  CloudFormationClient,
  type CloudFormationServiceException,
  ListStackResourcesCommand,
  paginateDescribeStacks,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { type StageConfig, stageNames } from '../config.ts';
import { appName } from '../names.ts';
import { Refused } from './command.ts';

/** One resource of a stage, as CloudFormation made it. */
export interface Made {
  readonly stack: 'data' | 'workflow';
  readonly id: string;
  readonly type: string;
  readonly physical: string;
}

/** A stage that somebody deployed: what it is made of, by the names that AWS gave. */
export interface DeployedStage {
  readonly name: string;
  readonly all: readonly Made[];
  readonly ofType: (type: string) => readonly Made[];
  /** The physical name of a resource that every stage has. */
  readonly named: (id: string) => string;
}

/** What `findStage` asks of AWS. */
export const mayFind = ['cloudformation:ListStackResources', 'cloudformation:DescribeStacks'] as const;

/** Where a stage's settings say that it is; else where the environment of whoever types says. */
export const placeOf = ({ region }: Pick<StageConfig, 'region'>): { region?: string } => (region ? { region } : {});

export const stackName = (stage: string, half: Made['stack']): string => `${appName}-${stage}-${half}`;

/** Finds the resources of a stage by its two stacks: commands need no settings file, and no names of their own. */
export async function findStage(stage: string, client = new CloudFormationClient({})): Promise<DeployedStage> {
  const data = await resourcesOf(client, stage, 'data');
  if (!data) throw new Refused(unknownStage(stage, await deployedStages(client)));
  const workflow = (await resourcesOf(client, stage, 'workflow')) ?? [];
  const all = [...data, ...workflow];
  return {
    name: stage,
    all,
    ofType: (type) => all.filter((made) => made.type === type),
    named(id) {
      const found = all.find((made) => made.id === id);
      if (!found) throw new Refused(`stage ${stage} has no ${id}: was its deployment finished?`);
      return found.physical;
    },
  };
}

/** Pure: the sentence for a name that nobody has deployed. */
export function unknownStage(stage: string, deployed: readonly string[]): string {
  const there = deployed.length > 0 ? `deployed here: ${deployed.join(', ')}` : 'no stage is deployed here';
  return `there is no stage ${stage} in this account and Region; ${there} (described in infra/config.ts: ${stageNames.join(', ')})`;
}

/** The resources of one of a stage's stacks; none: there is no such stack. */
export async function resourcesOf(
  client: CloudFormationClient,
  stage: string,
  stack: Made['stack'],
): Promise<Made[] | undefined> {
  const found: StackResourceSummary[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const page = await client.send(
        new ListStackResourcesCommand({ StackName: stackName(stage, stack), ...(NextToken ? { NextToken } : {}) }),
      );
      found.push(...(page.StackResourceSummaries ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  return found.flatMap(({ LogicalResourceId: id, PhysicalResourceId: physical, ResourceType: type, ResourceStatus }) =>
    id && physical && type && ResourceStatus !== 'DELETE_COMPLETE' ? [{ stack, id, physical, type }] : [],
  );
}

/** CloudFormation says “does not exist” as a validation error. */
export const isMissing = (error: unknown): boolean => {
  const { name, message } = Object(error) as Partial<CloudFormationServiceException>;
  return name === 'ValidationError' && /does not exist/i.test(message ?? '');
};

async function deployedStages(client: CloudFormationClient): Promise<string[]> {
  const names: string[] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client }, {})) {
    names.push(...Stacks.flatMap(({ StackName = '' }) => stageOf.exec(StackName)?.[1] ?? []));
  }
  return names.sort();
}
const stageOf = new RegExp(`^${appName}-([a-z0-9]+)-data$`);
