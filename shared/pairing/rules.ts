import type { PersonId } from '../../events/ids.ts';
import type { Rules, Weights } from '../cohort/cohort.ts';
import { brokenHrRules, hrRules } from './hr-rules.ts';
import type { PairingInput } from './input.ts';
import { overlapOf } from './overlap.ts';
import type { Member, Pool } from './pool.ts';

/** Rules of a pair: one that breaks any of them can never be chosen. Numbers are those of the programme's rules. */
export const hardRules = [
  ...hrRules, // 1, 2, 3
  'language', // 4
  'hours', // 4
  'topic', // 4
  'paired-before', // 5
  'please-not', // 5
  'blocked', // 5
] as const;
export type HardRule = (typeof hardRules)[number];
/** Why somebody has no pair although no rule forbids one: all places of these people went to others. */
export const taken = 'taken';

export type SoftRule = keyof Weights;

/**
 * The rules as they are meant, one pair at a time. This is the specification: `kernel.ts` computes the same for whole
 * rows from tables, and a test holds it to every word here.
 */
export interface Judgement {
  /** The hard rules that this pair breaks; none: it may be chosen. */
  broken(junior: Member, senior: Member): HardRule[];
  /** Whole points per soft rule that has a weight. */
  points(junior: Member, senior: Member): Partial<Record<SoftRule, number>>;
  /** Whom HR's own list keeps from this person. */
  blockedFrom(person: PersonId): readonly PersonId[];
  /** Minutes in common on the best weekday: the rule `hours` holds up to here. */
  overlap(junior: Member, senior: Member): number;
}

export function judge({ chain: links }: Pick<PairingInput, 'chain'>, pool: Pool, rules: Rules): Judgement {
  const chain = new Map(links);
  const rarity = rarityOf([...pool.juniors, ...pool.seniors]);
  const overlap = (junior: Member, senior: Member) => overlapOf(pool.stretchesOf(junior), pool.stretchesOf(senior));
  const blockedFrom = blocksOf(rules);

  return {
    broken(junior, senior) {
      const broken: HardRule[] = brokenHrRules(junior.hr, senior.hr, chain, rules.minLevelGap);
      const check = (rule: HardRule, holds: boolean) => {
        if (!holds) broken.push(rule);
      };
      check('language', meets(junior.languages, senior.languages));
      check('hours', overlap(junior, senior).best >= minutesOf(rules));
      check('topic', meets(junior.topics, senior.topics));
      check('paired-before', !names(junior, senior, 'pairedBefore'));
      check('please-not', !names(junior, senior, 'pleaseNot'));
      check('blocked', !blockedFrom(junior.person).includes(senior.person));
      return broken;
    },
    points(junior, senior) {
      const [j, s] = [junior.hr, senior.hr];
      const points: Partial<Record<SoftRule, number>> = {};
      const add = (rule: SoftRule, fit: () => number) => {
        if (rules.weights[rule] > 0) points[rule] = pointsFor(rules.weights[rule], fit());
      };
      add('topicFit', () => topicFit(junior.topics, senior.topics, rarity));
      add('differentUnit', () => differ(j.unit, s.unit));
      add('differentSite', () => differ(j.site, s.site));
      add('hoursOverlap', () => overlap(junior, senior).week / plentyOfOverlap);
      add('meetingMode', () => modesFit(junior.meetingMode, senior.meetingMode, differ(j.site, s.site) === 1));
      add('waitlist', () => waitlistFit(junior.leftOut, senior.leftOut));
      add('levelSpread', () => spreadFit(s.level - j.level, rules.minLevelGap));
      return points;
    },
    blockedFrom,
    overlap: (junior, senior) => overlap(junior, senior).best,
  };
}

function blocksOf({ blocks }: Rules): Judgement['blockedFrom'] {
  const from = new Map<PersonId, PersonId[]>();
  const add = (one: PersonId, other: PersonId) => {
    const list = from.get(one);
    if (list) list.push(other);
    else from.set(one, [other]);
  };
  for (const [one, other] of blocks) {
    add(one, other);
    add(other, one);
  }
  return (person) => from.get(person) ?? [];
}

const meets = (one: readonly string[], other: readonly string[]) => one.some((each) => other.includes(each));
const names = (one: Member, other: Member, list: 'pairedBefore' | 'pleaseNot') =>
  one[list].includes(other.person) || other[list].includes(one.person);

/** Hours may be a fraction; the rule is in whole minutes. */
export const minutesOf = ({ minOverlapHours }: Pick<Rules, 'minOverlapHours'>) => Math.round(minOverlapHours * 60);

/** Points of a rule: its weight times how well these two fit, from 0 to 1. */
export const pointsFor = (weight: number, fit: number): number => Math.round(weight * Math.min(1, Math.max(0, fit)));

/** A topic that few name counts more than one that everybody names. */
export function rarityOf(people: readonly { readonly topics: readonly string[] }[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const { topics } of people) for (const topic of topics) named.set(topic, (named.get(topic) ?? 0) + 1);
  return new Map([...named].map(([topic, count]) => [topic, 1 / count]));
}

function topicFit(offered: readonly string[], wanted: readonly string[], rarity: ReadonlyMap<string, number>): number {
  const weightOf = (topics: readonly string[]) => topics.reduce((sum, topic) => sum + (rarity.get(topic) ?? 0), 0);
  return weightOf(wanted.filter((topic) => offered.includes(topic))) / (weightOf(wanted) || 1);
}

/** A week in common of this many minutes is as good as any longer one. */
export const plentyOfOverlap = 20 * 60;
/** Levels beyond the required gap, from which more says nothing. */
const wideSpread = 4;
/** Who was left out more often than this waits no longer than others who were. */
export const mostLeftOut = 2;

export const differ = (one: string | undefined, other: string | undefined) => (one && other && one !== other ? 1 : 0);
export const waitlistFit = (one: number, other: number) =>
  (Math.min(one, mostLeftOut) + Math.min(other, mostLeftOut)) / (2 * mostLeftOut);
export const spreadFit = (gap: number, minLevelGap: number) => (gap - minLevelGap) / wideSpread;

export type Mode = Member['meetingMode'];
export function modesFit(one: Mode, other: Mode, apart: boolean): number {
  const inPerson = one === 'in person' || other === 'in person';
  if (inPerson && (one === 'remote' || other === 'remote')) return 0;
  return inPerson && apart ? 0 : 1;
}
