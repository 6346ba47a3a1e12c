import {
  AlreadyExistsException,
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { ConfigRefused, type StageConfig } from '../config.ts';
import { ownRuleSet } from '../names.ts';
import { cannotReceiveIn } from '../receiving-regions.ts';
import { placeOf } from './stage.ts';

/** What finding and making a set of receipt rules asks of AWS. */
export const mayReceive = [
  'ses:DescribeActiveReceiptRuleSet',
  'ses:CreateReceiptRuleSet',
  'ses:SetActiveReceiptRuleSet',
] as const;

/** SES of the Region to which the stage goes, which may be another than that of whoever deploys. */
export const sesOf = (config: Pick<StageConfig, 'region'>) => new SESClient(placeOf(config));

/**
 * An account has one active set of receipt rules in each Region, and CloudFormation cannot activate one. So no stack owns
 * it: each stage adds its one rule, for its own subdomain, to the set that is there.
 */
export async function activeRuleSet(ses: SESClient): Promise<string | undefined> {
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  return Metadata?.Name;
}

/** Settings that name no Region go to that of whoever deploys, which only the deployment knows. @throws ConfigRefused */
export async function mustReceive(
  stage: string,
  config: StageConfig,
  here = () => sesOf(config).config.region(),
): Promise<void> {
  const why = config.inbound === 'off' ? undefined : cannotReceiveIn(await here());
  if (why) throw new ConfigRefused(stage, [why]);
}

/** The settings with the set to which this stage's rule goes; makes nothing. */
export async function withRuleSet(
  config: StageConfig,
  find = () => activeRuleSet(sesOf(config)),
): Promise<Partial<StageConfig>> {
  const { inbound } = config;
  if (inbound === 'off' || inbound.ruleSet) return {};
  return { inbound: { ...inbound, ruleSet: (await find()) ?? ownRuleSet } };
}

/** Makes and activates a set where the account has none. One that somebody else activated is never touched. */
export async function ensureRuleSet(ses: SESClient): Promise<'found' | 'made'> {
  if (await activeRuleSet(ses)) return 'found';
  try {
    await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: ownRuleSet }));
  } catch (error) {
    // Made before, and switched off by somebody: on again is what they deploy for now.
    if (!(error instanceof AlreadyExistsException)) throw error;
  }
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ownRuleSet }));
  return 'made';
}
