/**
 * Rights that no story of the workflow has used, and why a role has them all the same. What has no reason is taken out of
 * the policy; what a story uses after all is taken out of this list.
 */
export const unused: readonly { readonly what: RegExp; readonly why: string }[] = [
  {
    what: /^\w+ logs:(CreateLogStream|PutLogEvents) /,
    why: 'Lambda itself writes the log; the stage keeps its lines without asking',
  },
  {
    what: /^\w+ sqs:SendMessage .*Parked/,
    why: 'parks what fails for good, which in most functions no story makes happen',
  },
  {
    what: /^\w+ dynamodb:PutItem outbox#\*$/,
    why: 'a commit takes its events along: whether it has any is its own business',
  },
  { what: /^Redrive lambda:InvokeFunction /, why: 'whatever was parked can be tried again, of every function' },
  {
    what: /^(Sweep|Redrive)Schedule lambda:InvokeFunction /,
    why: 'the scheduler’s own role: the stage’s clock rings in its place',
  },
  { what: /^Schedules events:PutEvents /, why: 'the scheduler’s own role: the stage’s clock rings in its place' },
  {
    what: /^SendLetters ses:SendRawEmail identity\//,
    why: 'SES asks for the sender’s address where that is verified, for its domain otherwise',
  },
  {
    what: /^\w+ dynamodb:read token#preview$/,
    why: 'a link that opens nothing may be a preview, and then says so; samples are sent in the browser’s tests',
  },
  {
    what: /^People dynamodb:(read|PutItem) (person|alias|cohort)#\*$/,
    why: 'one person at the desk, their facts and the steps for them: told in test/unit/desk and in the browser',
  },
  {
    what: /^Staff dynamodb:PutItem cohort#\*$/,
    why: 'open tasks go over with a hand-over; the story of it has none open',
  },
  {
    what: /^Sources dynamodb:DeleteItem source#\*$/,
    why: 'an old secret of a form goes when it was replaced: told in test/unit/sources',
  },
  {
    what: /^(Review|OnPairingRequested) dynamodb:read alias#\*$/,
    why: 'for rules and lines of command that name a person by an earlier number',
  },
  {
    what: /^(OnCohortLaunched|OnRoundRequested) dynamodb:PutItem cohorts$/,
    why: 'a large cohort is gone through in several runs, each of which notes where it goes on',
  },
  {
    what: /^OnMomentDue dynamodb:(read|PutItem) (stage|help-letters)$/,
    why: 'letters of the desk and of help that wait for the next day; the stories’ own go at once',
  },
  { what: /^DeskLink /, why: 'for operators, while mail is down' },
  {
    what: /^RotateKeys dynamodb:DeleteItem token#\*$/,
    why: 'old keys go months after they were turned, when their last link has expired',
  },
  {
    what: /^Desk dynamodb:read person#\*$/,
    why: 'a letter whose fate is unknown may be sent once more, to the address of today: told in test/unit/desk',
  },
];
