import { readFileSync } from 'node:fs';
import { contradictionsOf } from './contradictions.ts';
import { StageConfig } from './settings.ts';

/** The stages that this repository knows; a company's own come from a file (`--config`). */
export const stageNames = ['local', 'dev', 'prod'] as const;
export type StageName = (typeof stageNames)[number];

export type { StageConfig } from './settings.ts';

/** What the stages have in common and nobody has wanted to change yet. */
const usual = {
  account: null,
  region: null,
  web: 'execute-api',
  pagesPerSecond: 50,
  inbound: 'off',
  oidc: null,
  alarms: 'on',
  alarmsTo: null,
  customerKey: null,
  tags: {},
  release: 'at once',
  permissionsBoundary: null,
  bootstrapQualifier: null,
} satisfies Partial<StageConfig>;

export const stages: Record<StageName, StageConfig> = {
  local: {
    ...usual,
    web: { origin: 'http://localhost:4400' },
    mail: {
      to: 'everyone',
      from: 'programme@mentoring.example',
      banner: 'local',
      rateShare: 1,
      identity: 'exists',
      outcomes: true,
    },
    inbound: { domain: 'reply.mentoring.example', ruleSet: 'default-rule-set' },
    firstAdmin: 'hr@mentoring.example',
    retain: false,
    logs: { level: 'INFO', days: 7 },
    archive: 'off',
  },
  dev: {
    ...usual,
    mail: {
      to: { only: ['admin@example.org'] },
      from: 'programme@dev.mentoring.example.org',
      banner: 'dev',
      rateShare: 0.1,
      identity: 'create',
      outcomes: true,
    },
    firstAdmin: 'admin@example.org',
    retain: false,
    logs: { level: 'DEBUG', days: 30 },
    archive: { days: 14 },
  },
  prod: {
    ...usual,
    mail: {
      to: 'everyone',
      from: 'programme@mentoring.example.org',
      banner: '',
      rateShare: 0.8,
      identity: 'create',
      outcomes: true,
    },
    firstAdmin: 'admin@example.org',
    alarmsTo: 'ops@example.org',
    retain: true,
    release: 'gradual',
    logs: { level: 'INFO', days: 90 },
    archive: { days: 60 },
  },
};

/** A setting is wrong, missing or contradicts another; the message names each field. */
export class ConfigRefused extends Error {
  constructor(stage: string, problems: readonly string[]) {
    super(`the configuration of stage ${stage} is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigRefused';
  }
}

type Issue = NonNullable<ReturnType<typeof StageConfig.safeParse>['error']>['issues'][number];

/** What is wrong with one setting, after its name. */
function sentenceOf(issue: Issue, settings: unknown): string {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return `${[...issue.path, issue.keys.join(', ')].join('.')}: there is no such setting`;
  }
  const wanted = issue.code === 'invalid_type' ? `expected ${issue.expected}` : issue.message;
  const given = issue.path.reduce<unknown>((value, key) => Object(value)[key], settings);
  return `${field}: ${given === undefined ? `missing; ${wanted}` : wanted}`;
}

/** Parses one stage's settings, and refuses what does not fit together. */
export function checkConfig(stage: string, settings: unknown): StageConfig {
  const parsed = StageConfig.safeParse(settings);
  if (!parsed.success) {
    throw new ConfigRefused(
      stage,
      parsed.error.issues.map((issue) => sentenceOf(issue, settings)),
    );
  }
  const contradictions = contradictionsOf(stage, parsed.data);
  if (contradictions.length > 0) throw new ConfigRefused(stage, contradictions);
  return parsed.data;
}

/** A company's own file: what is wrong with it is said as for any other setting. */
function readSettings(stage: string, file: string): object {
  try {
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof written === 'object' && written !== null && !Array.isArray(written)) return written;
  } catch (error) {
    throw new ConfigRefused(stage, [`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`]);
  }
  throw new ConfigRefused(stage, [`${file}: one JSON object with settings`]);
}

/**
 * The settings of a stage: from this file, then what `changes` replaces (a test's, the local stage's port).
 * `file` is a JSON file that replaces top-level fields, so that a company need not fork, and may describe a stage of its own.
 */
export function configOf(
  stage: string,
  { file, changes = {} }: { file?: string | undefined; changes?: Partial<StageConfig> | undefined } = {},
): StageConfig {
  const known = stageNames.find((name) => name === stage);
  const written = file ? readSettings(stage, file) : {};
  if (!known && !file)
    throw new ConfigRefused(stage, [`the stage name: one of ${stageNames.join(', ')}, or give --config`]);
  return checkConfig(stage, { ...(known ? stages[known] : usual), ...written, ...changes });
}
