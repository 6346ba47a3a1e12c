import type {
  CheckInId,
  CohortId,
  HandOverId,
  HelpId,
  LetterId,
  LocalDate,
  MemberId,
  PairId,
  PersonId,
  RunId,
  Scope,
  SessionId,
  SourceId,
  SubmissionId,
  TaskId,
  UploadId,
} from '../../events/ids.ts';

/** Every key of the table is built here and nowhere else. None contains personal data. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Cohort-bound items are spread over this many partitions: one takes 1,000 writes a second. */
export const cohortShards = 8;
/** The outbox is spread wider: every commit of the stage writes there. */
export const outboxShards = 16;

/** FNV-1a, 32 bits: spreads ids evenly over a few partitions and never changes. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

const cohortPartition = (cohortId: CohortId, spreadBy: string) =>
  `cohort#${cohortId}#${fnv1a(spreadBy) % cohortShards}`;

/** The partitions in which a scope keeps its letters and timers. */
export function partitionsOf(scope: Scope): string[] {
  if (scope === 'stage') return ['cohorts', 'stage'];
  if (scope === 'help') return ['help-letters'];
  return Array.from({ length: cohortShards }, (_, shard) => `cohort#${scope}#${shard}`);
}

/** The scope to which an item in this partition belongs. */
export function scopeOf(pk: string): Scope | undefined {
  if (pk === 'cohorts' || pk === 'stage') return 'stage';
  if (pk === 'help-letters') return 'help';
  const [noun, cohortId] = pk.split('#');
  return noun === 'cohort' && cohortId ? (cohortId as CohortId) : undefined;
}

export const outboxPartitions = Array.from({ length: outboxShards }, (_, shard) => `outbox#${shard}`);

/** All sources of a stage lie together: they are few, and an address leads to one without its cohort. */
export const sourcesPartition = 'sources';

export const logPartition = (scope: Scope): string => `log#${scope}`;

const page = (number: number) => `page#${String(number).padStart(4, '0')}`;

export const keys = {
  cohort: (ref: { cohortId: CohortId }): Key => ({ pk: 'cohorts', sk: `cohort#${ref.cohortId}` }),
  participant: (ref: { cohortId: CohortId; personId: PersonId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.personId),
    sk: `participant#${ref.personId}`,
  }),
  outsider: (ref: { cohortId: CohortId; employeeKey: string }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.employeeKey),
    sk: `outsider#${ref.employeeKey}`,
  }),
  submission: (ref: { cohortId: CohortId; submissionId: SubmissionId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.submissionId),
    sk: `submission#${ref.submissionId}`,
  }),
  run: (ref: { cohortId: CohortId; runId: RunId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.runId),
    sk: `run#${ref.runId}`,
  }),
  /** Two attempts of one run that saw different people keep their pages apart: `digest` is that of the input. */
  runPage: (ref: { cohortId: CohortId; runId: RunId; digest: string }, number: number): Key => ({
    pk: cohortPartition(ref.cohortId, ref.runId),
    sk: `run-page#${ref.runId}#${ref.digest.slice(0, 16)}#${page(number)}`,
  }),
  runInputPage: (ref: { cohortId: CohortId; runId: RunId; digest: string }, number: number): Key => ({
    pk: cohortPartition(ref.cohortId, ref.runId),
    sk: `run-input#${ref.runId}#${ref.digest.slice(0, 16)}#${page(number)}`,
  }),
  runProgress: (ref: { cohortId: CohortId; runId: RunId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.runId),
    sk: `run-progress#${ref.runId}`,
  }),
  pair: (ref: { cohortId: CohortId; pairId: PairId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.pairId),
    sk: `pair#${ref.pairId}`,
  }),
  checkIn: (ref: { cohortId: CohortId; pairId: PairId; checkInId: CheckInId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.pairId),
    sk: `check-in#${ref.checkInId}`,
  }),
  session: (ref: { cohortId: CohortId; pairId: PairId; sessionId: SessionId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.pairId),
    sk: `session#${ref.sessionId}`,
  }),
  /** `hash` leads from the link of a draft to it, and not back. */
  formDraft: (ref: { cohortId: CohortId; hash: string }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.hash),
    sk: `form-draft#${ref.hash}`,
  }),
  hrImport: (ref: { cohortId: CohortId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.cohortId),
    sk: `hr-import#${ref.cohortId}`,
  }),
  recheck: (ref: { cohortId: CohortId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.cohortId),
    sk: `recheck#${ref.cohortId}`,
  }),
  task: (ref: { cohortId: CohortId; taskId: TaskId }): Key => ({
    pk: cohortPartition(ref.cohortId, ref.taskId),
    sk: `task#${ref.taskId}`,
  }),
  letter: (ref: { scope: Scope; letterId: LetterId }): Key => ({
    pk:
      ref.scope === 'stage'
        ? 'stage'
        : ref.scope === 'help'
          ? 'help-letters'
          : cohortPartition(ref.scope, ref.letterId),
    sk: `letter#${ref.letterId}`,
  }),
  help: (ref: { helpId: HelpId }): Key => ({ pk: `help#${ref.helpId}`, sk: 'help' }),
  person: (ref: { personId: PersonId }): Key => ({ pk: `person#${ref.personId}`, sk: 'person' }),
  /** Of a person, in whichever cohort: beside the person. Of a contact (`<cohort>/<which>-<place>`): in the cohort. */
  budget: ({ holder }: { holder: string }): Key => {
    const [cohortId = '', contact] = holder.split('/');
    return contact === undefined
      ? { pk: `person#${holder}`, sk: 'budget' }
      : { pk: cohortPartition(cohortId as CohortId, contact), sk: `budget#${contact}` };
  },
  /** Beside the person, of whom nothing else may be left. */
  erasure: (ref: { personId: PersonId }): Key => ({ pk: `person#${ref.personId}`, sk: 'erasure' }),
  /** `hash` is an HMAC of an employee id or of an address. */
  alias: (ref: { hash: string }): Key => ({ pk: `alias#${ref.hash}`, sk: 'alias' }),
  member: (ref: { memberId: MemberId }): Key => ({ pk: 'desk', sk: `member#${ref.memberId}` }),
  source: (ref: { sourceId: SourceId }): Key => ({ pk: sourcesPartition, sk: `source#${ref.sourceId}` }),
  /** `hash` is a digest of the id that the provider gave: each is taken once in the life of the stage. */
  delivery: (ref: { sourceId: SourceId; hash: string }): Key => ({
    pk: `delivery#${ref.sourceId}`,
    sk: `delivery#${ref.hash}`,
  }),
  example: (ref: { sourceId: SourceId }): Key => ({ pk: `delivery#${ref.sourceId}`, sk: 'example' }),
  handOver: (ref: { handOverId: HandOverId }): Key => ({ pk: 'desk', sk: `hand-over#${ref.handOverId}` }),
  upload: (ref: { uploadId: UploadId }): Key => ({ pk: `upload#${ref.uploadId}`, sk: 'upload' }),
  uploadPage: (ref: { uploadId: UploadId }, number: number): Key => ({
    pk: `upload#${ref.uploadId}`,
    sk: page(number),
  }),
  uploadRawPage: (ref: { uploadId: UploadId }, number: number): Key => ({
    pk: `upload#${ref.uploadId}`,
    sk: `raw-${page(number)}`,
  }),
  /** With a prefix of its own: audit rows lie beside it. */
  parked: (ref: { function: string; eventId: string }): Key => ({
    pk: 'parked',
    sk: `parked#${ref.function}#${ref.eventId}`,
  }),
  stageMail: (_ref: object): Key => ({ pk: 'stage', sk: 'mail' }),
  rate: (): Key => ({ pk: 'rate', sk: 'ses' }),
  /** How often a link was used to save something in an hour; `digest` is that of its token. */
  posts: (ref: { digest: string; hour: string }): Key => ({ pk: `posts#${ref.digest}`, sk: ref.hour }),
  /** In time order within a partition, so that the oldest unpublished commit is found first. */
  outbox: (ref: { at: string; eventId: string; spreadBy: string }): Key => ({
    pk: `outbox#${fnv1a(ref.spreadBy) % outboxShards}`,
    sk: `${ref.at}#${ref.eventId}`,
  }),
  /**
   * What members of the desk do and look at, one partition a cohort, in time order. A view has no hour: of one page there
   * is one a member and day, and `~` puts it after the day's commands.
   */
  log: (ref: { scope: Scope; at: string; id: string }): Key => ({
    pk: logPartition(ref.scope),
    sk: `${ref.at}#${ref.id}`,
  }),
  view: (ref: { cohortId: CohortId; day: LocalDate; memberId: MemberId; what: string }): Key => ({
    pk: logPartition(ref.cohortId),
    sk: `${ref.day}~${ref.memberId}~${ref.what}`,
  }),
  /** Beside the aggregate: a person's history is one query. */
  audit: (aggregate: Key, version: number): Key => ({
    pk: aggregate.pk,
    sk: `audit#${aggregate.sk}#${String(version).padStart(6, '0')}`,
  }),
} as const;

/** What the sort keys of one aggregate's audit rows begin with, oldest first. */
export const auditPrefixOf = (aggregate: Key): string => `audit#${aggregate.sk}#`;

/** What the sort keys of a kind begin with: its items are listed by it, apart from the audit rows beside them. */
export const prefixOf = {
  cohort: 'cohort#',
  participant: 'participant#',
  outsider: 'outsider#',
  submission: 'submission#',
  run: 'run#',
  pair: 'pair#',
  checkIn: 'check-in#',
  session: 'session#',
  task: 'task#',
  letter: 'letter#',
  member: 'member#',
  source: 'source#',
  parked: 'parked#',
} as const;

/** Names of the due index; its partition key is the table's own `pk`, its sort key `dueAt`. */
export const dueIndex = 'due';
