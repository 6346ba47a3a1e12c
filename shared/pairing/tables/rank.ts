import type { Rules } from '../../cohort/cohort.ts';
import type { Member, Pool } from '../pool.ts';
import { mostLeftOut, pointsFor, spreadFit, waitlistFit } from '../rules.ts';
import { classesOf, never, type Table, tableOf, wrong } from './table.ts';

/** The least that the rules of a programme can ask for: who is not even so far above cannot become a senior's pair. */
const leastGap = 1;

interface Rank {
  readonly level: number;
  readonly leftOut: number;
  readonly language: number;
}

/** Levels, languages and waiting: hard rules 1 and a part of 4. */
export function rankTable({ juniors, seniors }: Pool, { minLevelGap, weights }: Rules): Table {
  const languages = classesOf(
    [...juniors, ...seniors],
    (each) => each.languages,
    (each) => each.languages,
  ).facts;
  const numberOf = new Map(languages.map((list, number) => [list, number]));
  const meets = languages.map((list) => languages.map((others) => list.some((each) => others.includes(each))));
  const rankOf = ({ hr, leftOut, languages: list }: Member): Rank => ({
    level: hr.level,
    leftOut: Math.min(leftOut, mostLeftOut),
    language: numberOf.get(list) ?? 0,
  });
  const keyOf = ({ hr, leftOut, languages: list }: Member) =>
    ((numberOf.get(list) ?? 0) * (mostLeftOut + 1) + Math.min(leftOut, mostLeftOut)) * 1_000 + hr.level;
  const [ofJuniors, ofSeniors] = [classesOf(juniors, keyOf, rankOf), classesOf(seniors, keyOf, rankOf)];

  const eachSenior = (juniorClass: number, take: (seniorClass: number, junior: Rank, senior: Rank) => void) => {
    const junior = ofJuniors.facts[juniorClass];
    if (junior) for (const [seniorClass, senior] of ofSeniors.facts.entries()) take(seniorClass, junior, senior);
  };
  const close = (junior: Rank, senior: Rank) => senior.level - junior.level < minLevelGap;
  const strange = (junior: Rank, senior: Rank) => !meets[junior.language]?.[senior.language];
  return tableOf(
    ofJuniors,
    ofSeniors,
    (juniorClass, into) =>
      eachSenior(juniorClass, (at, junior, senior) => {
        const gap = senior.level - junior.level;
        const points =
          pointsFor(weights.levelSpread, spreadFit(gap, minLevelGap)) +
          pointsFor(weights.waitlist, waitlistFit(junior.leftOut, senior.leftOut));
        const broken = (close(junior, senior) ? wrong : 0) + (strange(junior, senior) ? wrong : 0);
        into[at] = gap < leastGap ? never : points - broken;
      }),
    () => [
      { rule: 'level-gap', apart: (of, into) => eachSenior(of, (at, j, s) => (into[at] = close(j, s) ? 1 : 0)) },
      { rule: 'language', apart: (of, into) => eachSenior(of, (at, j, s) => (into[at] = strange(j, s) ? 1 : 0)) },
    ],
  );
}
