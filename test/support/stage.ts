import { afterAll, beforeAll, expect } from 'vitest';
import { stages } from '../../infra/config.ts';
import type { Character } from '../../infra/local/rehearse/character.ts';
import { diligent } from '../../infra/local/rehearse/character.ts';
import type { CohortPlan } from '../../infra/local/rehearse/hr.ts';
import { type Rehearsal, rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { fillInElsewhere } from './elsewhere.ts';
import { enrolByForm } from './newcomer.ts';
import { inviteColleague, planMeeting } from './on-the-side.ts';
import { sharedStage } from './shared-stage.ts';
import { smallFile } from './small-file.ts';
import { rememberUses, storeUses } from './used-permissions.ts';

export const origin = 'http://localhost:4400';
export const day = 86_400_000;

interface Offer {
  /** Only within a test. */
  readonly stage: Stage;
}

/** The stage of this process; each test begins with `stage.reset()`, which `aCohort` does. */
export function useStage(): Offer {
  let started: Stage | undefined;
  beforeAll(async () => {
    started = await sharedStage();
  });
  afterAll(() => {
    if (started) rememberUses(started);
    storeUses(expect.getState().testPath ?? '');
  });
  return {
    get stage() {
      if (!started) throw new Error('the stage starts before the first test');
      return started;
    },
  };
}

export interface CohortWish {
  readonly juniors?: number;
  readonly seniors?: number;
  readonly seed?: string;
  /** By place in the file: `junior1`, `senior2`. All others are diligent. */
  readonly characters?: Readonly<Record<string, Partial<Character>>>;
  readonly fields?: CohortPlan['fields'];
  /** How many partners somebody takes on; one, if nothing is said. */
  readonly capacities?: Readonly<Record<string, number>>;
  /** Every function starts cold, and so reads again what warm ones keep: keys, the quota. */
  readonly cold?: boolean;
}

/** Enrols by the form and waits for HR: no file names her. */
const newcomer = { name: 'Nora Neu', email: 'nora.neu@nordwerk.example' };

/** Nine weeks in winter: two meetings, two months, and the goodbye. */
export const shortProgramme = {
  enrolmentDeadline: '2026-01-20',
  start: '2026-01-26',
  end: '2026-03-15',
  sessions: '2',
  cadenceMonths: '1',
};

/** HR and a few people on a fresh stage; nothing has happened yet. */
export async function aCohort(stage: Stage, wish: CohortWish = {}): Promise<Rehearsal> {
  const { juniors = 2, seniors = 2, seed = 'test', characters = {}, fields = {}, capacities, cold = false } = wish;
  await stage.reset({ seed, freshWorkers: cold });
  const file = smallFile(juniors, seniors, { capacities });
  return rehearsal({
    stage,
    origin,
    hrAddress: stages.local.firstAdmin,
    file,
    seed,
    characters: Object.fromEntries(
      file.people.map(({ address }) => [address, { ...diligent, ...characters[address.split('@')[0] ?? ''] }]),
    ),
    plan: { name: 'Winter', fields: { ...shortProgramme, ...fields } },
  });
}

/** Lives on for so many days. */
export async function live(cohort: Rehearsal, stage: Stage, days: number): Promise<void> {
  const until = stage.now() + days * day;
  cohort.town.begin(() => Promise.resolve(), until);
  await cohort.town.live(() => stage.now() >= until);
}

/** To the first letters, the yes of everybody who says it, the pairs. */
async function pairFrom(cohort: Rehearsal, stage: Stage, { formTold = false } = {}): Promise<void> {
  await cohort.launch();
  if (formTold) {
    cohort.town.begin(async () => {
      const { path } = cohort.cohort();
      await enrolByForm(cohort, path, newcomer);
      await fillInElsewhere(cohort, stage, path, { name: 'Nils Neu', email: 'nils.neu@nordwerk.example' });
      await inviteColleague(cohort, path);
    });
  }
  await live(cohort, stage, 3);
  await cohort.pairUp();
  // Whoever is asked says yes at once; the next morning HR sees what came of it.
  await live(cohort, stage, 1.2);
}

/** The whole road, until the goodbyes are out. */
export async function playFrom(
  cohort: Rehearsal,
  stage: Stage,
  { asksNow = false, formTold = false, turnedOver = false } = {},
): Promise<void> {
  await pairFrom(cohort, stage, { formTold });
  if (formTold) cohort.town.begin(() => planMeeting(cohort, addressOf('junior1'), '2026-01-30', '10:00'));
  if (asksNow) await cohort.askNow();
  if (turnedOver) await turnOver(cohort, stage);
  const end = Date.parse(`${cohort.cohort().end}T00:00:00Z`) + 3 * day;
  await live(cohort, stage, (end - stage.now()) / day);
}

/** Two weeks on, HR's new file puts the first senior above everybody who was to mentor: all pairs with her must stop. */
async function turnOver(cohort: Rehearsal, stage: Stage): Promise<void> {
  await live(cohort, stage, 14);
  const count = (of: string) => cohort.file.people.filter(({ role }) => role === of).length;
  const file = smallFile(count('junior'), count('senior'), { lead: 'senior1' });
  cohort.town.begin(async () => void (await cohort.hr.upload(cohort.cohort().path, file)));
}

export async function paired(stage: Stage, wish: CohortWish = {}): Promise<Rehearsal> {
  const cohort = await aCohort(stage, wish);
  await pairFrom(cohort, stage);
  return cohort;
}

export async function played(stage: Stage, wish: CohortWish = {}): Promise<Rehearsal> {
  const cohort = await aCohort(stage, wish);
  await playFrom(cohort, stage);
  return cohort;
}

export const addressOf = (who: string): string => `${who}@nordwerk.example`;
