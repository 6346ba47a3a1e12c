import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What the table holds, and the partition keys under which it lives. */
const partitions = {
  cohorts: 'cohorts',
  cohort: 'cohort#*',
  stage: 'stage',
  desk: 'desk',
  person: 'person#*',
  alias: 'alias#*',
  help: 'help#*',
  'help letters': 'help-letters',
  upload: 'upload#*',
  sources: 'sources',
  delivery: 'delivery#*',
  parked: 'parked',
  rate: 'rate',
  posts: 'posts#*',
  log: 'log#*',
  outbox: 'outbox#*',
} as const;
export type Partition = keyof typeof partitions;

const onlyPartitions = (...leading: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leading } });

/** Sentences about the table for `may`: each is one statement, limited to the partitions that it names. */
export function accessTo(tableArn: string) {
  const allow = (actions: string[], named: readonly Partition[], resource = tableArn) =>
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [resource],
      conditions: onlyPartitions(...named.map((name) => partitions[name])),
    });
  return {
    read: (...named: Partition[]) => allow(['GetItem', 'BatchGetItem', 'Query'], named),
    /** What is due, by the index. */
    readDue: (...named: Partition[]) => allow(['Query'], named, `${tableArn}/index/due`),
    /** A commit is a transaction of puts; the events that it causes go to the outbox with it. */
    commit: (...named: Partition[]) => allow(['PutItem'], [...named, 'outbox']),
    /** Numbered pages of what does not fit one item; written outside of a commit, 25 at a time. */
    writePages: (...named: Partition[]) => allow(['BatchWriteItem'], named),
    /** What the desk's log keeps of a look or an export. */
    note: () => allow(['PutItem'], ['log']),
    publishOutbox: () => allow(['Query', 'DeleteItem'], ['outbox']),
    deletePublished: () => allow(['DeleteItem'], ['outbox']),
    reserveSlots: () => allow(['UpdateItem'], ['rate']),
    countPosts: () => allow(['UpdateItem'], ['posts']),
  };
}

/** Every type of token has a family of keys of its own. */
export const tokenTypes = [
  'sign-in',
  'desk-session',
  'company-sign-in',
  'confirm',
  'consent',
  'answer',
  'me',
  'unsubscribe',
  'help',
  'cohort-form',
  'preview',
  'reply',
  'form-render',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** Sentences about the keys table for `may`. Only `keys` and `rotate-keys` write token keys; nothing may update one. */
export function accessToKeys(keysTableArn: string) {
  const allow = (actions: string[], leading: string[]) =>
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [keysTableArn],
      conditions: onlyPartitions(...leading),
    });
  return {
    tokens: (...types: TokenType[]) =>
      allow(
        ['Query'],
        types.map((type) => `token#${type}`),
      ),
    pepper: () => allow(['GetItem'], ['pepper']),
    companySecret: () => allow(['GetItem'], ['oidc-secret']),
    /** Puts the sealing key of a new cohort, if there is none; cannot read one. */
    makeSeal: () => allow(['PutItem'], ['seal#*']),
    seal: () => allow(['GetItem'], ['seal#*']),
    /** What proves a call of a form elsewhere. Whoever keeps these cannot read one. */
    sourceSecrets: () => allow(['Query'], ['source#*']),
    keepSourceSecrets: () => allow(['PutItem', 'DeleteItem'], ['source#*']),
    fill: () => allow(['PutItem'], ['token#*', 'pepper']),
    /** Adds and removes token keys, knows their names and reads none. */
    rotate: () => [
      allow(['PutItem', 'DeleteItem'], ['token#*']),
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [keysTableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['token#*'] },
          'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'signsFrom'] },
          StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
        },
      }),
    ],
  };
}
