import type { PersonId } from '../../events/ids.ts';
import type { Rules, Weights } from '../cohort/cohort.ts';
import { chainAbove } from './chain.ts';
import type { Candidate, PairingInput } from './input.ts';
import { inUtc, overlapOf, type Stretch } from './overlap.ts';

/** Rules of a pair: one that breaks any of them can never be chosen. Numbers are those of the programme's rules. */
export const hardRules = [
  'level-gap', // 1
  'reporting-line', // 2
  'same-manager', // 2
  'appraisal', // 3
  'language', // 4
  'hours', // 4
  'topic', // 4
  'paired-before', // 5
  'please-not', // 5
] as const;
export type HardRule = (typeof hardRules)[number];
/** Rules of a person: who breaks one cannot be judged, or does not take part now, and stays out of the run. */
export type PersonRule = 'waits-for-hr' | 'manager-unknown' | 'reporting-cycle' | 'not-active';
/** Why somebody has no pair although no rule forbids one: all places of these people went to others. */
export const taken = 'taken';

export type SoftRule = keyof Weights;

/** A candidate made ready: what every pair would otherwise compute again. */
interface Ready extends Candidate {
  readonly facts: NonNullable<Candidate['hr']>;
  readonly above: ReadonlySet<string>;
  readonly stretches: readonly Stretch[];
}

export interface Judgement {
  readonly juniors: readonly Ready[];
  readonly seniors: readonly Ready[];
  readonly refused: readonly { readonly person: PersonId; readonly rule: PersonRule }[];
  /** The hard rules that this pair breaks; none: it may be chosen. */
  broken(junior: Ready, senior: Ready): HardRule[];
  /** Whole points per soft rule that has a weight. */
  points(junior: Ready, senior: Ready): Partial<Record<SoftRule, number>>;
}

export function judge(input: PairingInput, rules: Rules): Judgement {
  const chain = new Map(input.chain);
  const offsets = new Map<string, number>();
  const ready: Ready[] = [];
  const refused: { person: PersonId; rule: PersonRule }[] = [];
  for (const candidate of input.people) {
    const made = makeReady(candidate, chain);
    if ('rule' in made) refused.push({ person: candidate.person, rule: made.rule });
    else {
      const stretches = inUtc(candidate.hours, candidate.timeZone, input.week, offsets);
      ready.push({ ...candidate, ...made, stretches });
    }
  }
  const juniors = ready.filter(({ role }) => role === 'junior');
  const seniors = ready.filter(({ role }) => role === 'senior');
  const rarity = rarityOf(ready);
  return {
    juniors,
    seniors,
    refused,
    broken: (junior, senior) => brokenRules(junior, senior, rules),
    points: (junior, senior) => pointsOf(junior, senior, rules, rarity),
  };
}

function makeReady(
  { hr }: Candidate,
  chain: ReadonlyMap<string, string>,
): Pick<Ready, 'facts' | 'above'> | { readonly rule: PersonRule } {
  if (!hr) return { rule: 'waits-for-hr' };
  if (hr.status !== 'active') return { rule: 'not-active' };
  const walked = chainAbove(hr.managerKey, chain);
  return 'fault' in walked ? { rule: walked.fault } : { facts: hr, above: walked.above };
}

function brokenRules(junior: Ready, senior: Ready, rules: Rules): HardRule[] {
  const [j, s] = [junior.facts, senior.facts];
  const broken: HardRule[] = [];
  const check = (rule: HardRule, holds: boolean) => {
    if (!holds) broken.push(rule);
  };
  check('level-gap', s.level - j.level >= rules.minLevelGap);
  check('reporting-line', !junior.above.has(s.employeeKey) && !senior.above.has(j.employeeKey));
  check('same-manager', j.managerKey === 'top' || j.managerKey !== s.managerKey);
  check('appraisal', j.appraisedByKey !== s.employeeKey);
  check('language', meets(junior.languages, senior.languages));
  check('hours', overlapOf(junior.stretches, senior.stretches).best >= rules.minOverlapHours * 60);
  check('topic', meets(junior.topics, senior.topics));
  check('paired-before', !junior.pairedBefore.includes(senior.person) && !senior.pairedBefore.includes(junior.person));
  check('please-not', !junior.pleaseNot.includes(senior.person) && !senior.pleaseNot.includes(junior.person));
  return broken;
}

const meets = (one: readonly string[], other: readonly string[]) => one.some((each) => other.includes(each));

/** A topic that few name counts more than one that everybody names. */
function rarityOf(people: readonly Candidate[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const topic of people.flatMap(({ topics }) => topics)) named.set(topic, (named.get(topic) ?? 0) + 1);
  return new Map([...named].map(([topic, count]) => [topic, 1 / count]));
}

/** A week in common of this many minutes is as good as any longer one. */
const plentyOfOverlap = 20 * 60;
/** Levels beyond the required gap, from which more says nothing. */
const wideSpread = 4;
const mostLeftOut = 2;

function pointsOf(
  junior: Ready,
  senior: Ready,
  rules: Rules,
  rarity: ReadonlyMap<string, number>,
): Partial<Record<SoftRule, number>> {
  const [j, s] = [junior.facts, senior.facts];
  const weightOf = (topics: readonly string[]) => topics.reduce((sum, topic) => sum + (rarity.get(topic) ?? 0), 0);
  const common = senior.topics.filter((topic) => junior.topics.includes(topic));
  const fits: Record<SoftRule, () => number> = {
    topicFit: () => weightOf(common) / (weightOf(senior.topics) || 1),
    differentUnit: () => differ(j.unit, s.unit),
    differentSite: () => differ(j.site, s.site),
    hoursOverlap: () => overlapOf(junior.stretches, senior.stretches).week / plentyOfOverlap,
    meetingMode: () => modesFit(junior, senior),
    waitlist: () => (Math.min(junior.leftOut, mostLeftOut) + Math.min(senior.leftOut, mostLeftOut)) / (2 * mostLeftOut),
    levelSpread: () => (s.level - j.level - rules.minLevelGap) / wideSpread,
  };
  const points: Partial<Record<SoftRule, number>> = {};
  for (const [rule, fit] of Object.entries(fits) as [SoftRule, () => number][]) {
    const weight = rules.weights[rule];
    if (weight > 0) points[rule] = Math.round(weight * Math.min(1, Math.max(0, fit())));
  }
  return points;
}

const differ = (one: string | undefined, other: string | undefined) => (one && other && one !== other ? 1 : 0);

function modesFit(junior: Ready, senior: Ready): number {
  const modes = new Set([junior.meetingMode, senior.meetingMode]);
  if (modes.has('in person') && modes.has('remote')) return 0;
  return modes.has('in person') && differ(junior.facts.site, senior.facts.site) === 1 ? 0 : 1;
}
