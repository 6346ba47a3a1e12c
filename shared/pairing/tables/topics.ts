import type { Rules } from '../../cohort/cohort.ts';
import type { Member, Pool } from '../pool.ts';
import { pointsFor, rarityOf } from '../rules.ts';
import { classesOf, onlyRule, type Table, tableOf, wrong } from './table.ts';

/**
 * Topics: a part of hard rule 4. A row is filled from an index of the seniors' sets by topic, so that sets without a
 * common topic cost nothing. Rarities are added in the order of the topics, as the specification adds them: sums of
 * fractions agree to the last bit only in the same order.
 */
export function topicsTable({ juniors, seniors }: Pool, { weights }: Rules): Table {
  const rarity = rarityOf([...juniors, ...seniors]);
  const keyOf = ({ topics }: Member) => topics;
  const [ofJuniors, ofSeniors] = [classesOf(juniors, keyOf, keyOf), classesOf(seniors, keyOf, keyOf)];
  const width = ofSeniors.facts.length;
  const wanted = new Float64Array(width);
  const having = new Map<string, number[]>();
  for (const [at, topics] of ofSeniors.facts.entries()) {
    wanted[at] = topics.reduce((sum, topic) => sum + (rarity.get(topic) ?? 0), 0) || 1;
    for (const topic of topics) {
      const known = having.get(topic);
      if (known) known.push(at);
      else having.set(topic, [at]);
    }
  }
  const common = new Float64Array(width);
  return tableOf(
    ofJuniors,
    ofSeniors,
    (juniorClass, into) => {
      common.fill(0);
      for (const topic of ofJuniors.facts[juniorClass] ?? []) {
        const weight = rarity.get(topic) ?? 0;
        for (const at of having.get(topic) ?? []) common[at] = (common[at] ?? 0) + weight;
      }
      for (let at = 0; at < width; at++) {
        const sum = common[at] ?? 0;
        into[at] = sum > 0 ? pointsFor(weights.topicFit, sum / (wanted[at] ?? 1)) : -wrong;
      }
    },
    onlyRule('topic'),
  );
}
