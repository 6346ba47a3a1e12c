import type { Rules } from '../../cohort/cohort.ts';
import { overlapOf, overlapOfWeeks, weekOf } from '../overlap.ts';
import type { Member, Pool } from '../pool.ts';
import { minutesOf, plentyOfOverlap, pointsFor } from '../rules.ts';
import { classesOf, never, onlyRule, type Table, tableOf, wrong } from './table.ts';

/** The least overlap, in minutes, that the rules of a programme can ask for. */
const leastOverlap = 30;

/** Working hours: a part of hard rule 4. */
export function hoursTable({ juniors, seniors, stretchesOf }: Pool, rules: Rules): Table {
  const hoursOf = (member: Member) => {
    const stretches = stretchesOf(member);
    return { stretches, week: weekOf(stretches) };
  };
  const [ofJuniors, ofSeniors] = [classesOf(juniors, stretchesOf, hoursOf), classesOf(seniors, stretchesOf, hoursOf)];
  const enough = minutesOf(rules);
  return tableOf(
    ofJuniors,
    ofSeniors,
    (juniorClass, into) => {
      const junior = ofJuniors.facts[juniorClass];
      if (!junior) return;
      for (const [at, senior] of ofSeniors.facts.entries()) {
        const common =
          junior.week && senior.week
            ? overlapOfWeeks(junior.week, senior.week)
            : overlapOf(junior.stretches, senior.stretches);
        const points = pointsFor(rules.weights.hoursOverlap, common.week / plentyOfOverlap);
        into[at] = common.best >= enough ? points : common.best < leastOverlap ? never : points - wrong;
      }
    },
    onlyRule('hours'),
  );
}
