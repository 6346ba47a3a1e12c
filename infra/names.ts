import { type CfnElement, Stack } from 'aws-cdk-lib';

/** The prefix of everything that needs a name of its own in the account. */
export const appName = 'reverse-mentoring';

/** `on-pair-formed` becomes `OnPairFormed`. */
const pascal = (text: string) =>
  text
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/**
 * A stack whose logical ids are its construct paths, without a hash: the template reads like the code, a policy names
 * `OnPairFormedRole`, and the id of a table changes only if somebody renames it (which a test forbids).
 */
export abstract class ReadableStack extends Stack {
  protected override allocateLogicalId(element: CfnElement): string {
    const path = element.node.scopes.slice(this.node.scopes.length).map(({ node }) => node.id);
    return path
      .filter((id) => id !== 'Resource' && id !== 'Default')
      .map(pascal)
      .join('');
  }
}

/** The name of a function in the account. */
export const lambdaName = (stage: string, folder: string) => `${appName}-${stage}-${folder}`;

/** The alias that leads to the released version of a function. */
export const releasedAs = 'live';

/** Rules on the account's default bus are shared ground: these are known by their names, per stage. */
export const letterOutcomeRule = (stage: string) => `${appName}-${stage}-letter-outcome`;
export const replyReceivedRule = (stage: string) => `${appName}-${stage}-reply-received`;

/** The set of receipt rules that a deploy makes where the account has none: of all stages, and of no stack. */
export const ownRuleSet = `${appName}-inbound`;
