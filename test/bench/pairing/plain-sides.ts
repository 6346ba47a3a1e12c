import type { Rules } from '../../../shared/cohort/cohort.ts';
import type { Candidate, PairingInput } from '../../../shared/pairing/input.ts';
import { inUtc } from '../../../shared/pairing/overlap.ts';

/** One side as columns; index is the person. Texts are numbers, topics and languages are bits. */
export interface PlainSide {
  readonly people: readonly Candidate[];
  readonly level: Int32Array;
  readonly employee: Int32Array;
  /** −1: the top of the house. */
  readonly manager: Int32Array;
  /** −1: nobody is named. */
  readonly appraisedBy: Int32Array;
  /** Where this person's part of the reporting tree begins and ends: a manager's part holds that of everybody below. */
  readonly treeFrom: Int32Array;
  readonly treeTo: Int32Array;
  readonly unit: Int32Array;
  readonly site: Int32Array;
  readonly mode: Int32Array;
  readonly leftOut: Int32Array;
  readonly languages: Int32Array;
  readonly topicsLow: Int32Array;
  readonly topicsHigh: Int32Array;
  /** Rarity of all topics together. */
  readonly topicWeight: Float64Array;
  /** Stretches of work in UTC: those of person p are hoursAt[p] to hoursAt[p + 1], by weekday. */
  readonly hoursAt: Int32Array;
  readonly weekday: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface PlainInput {
  readonly juniors: PlainSide;
  readonly seniors: PlainSide;
  /** 1 / how many people name the topic. */
  readonly rarity: Float64Array;
  /** Junior → seniors with whom they were together before, or one of them asked not to be. */
  readonly apart: ReadonlyMap<number, readonly number[]>;
  readonly rules: Rules;
}

const numbering = () => {
  const known = new Map<string, number>();
  return (text: string): number => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
};

/** Who can take part, as columns of numbers. Of people whom the engine refuses there are none in the bench. */
export function plainInput({ people, chain, week }: PairingInput, rules: Rules): PlainInput {
  const number = {
    employee: numbering(),
    unit: numbering(),
    site: numbering(),
    language: numbering(),
    topic: numbering(),
  };
  const tree = treeOf(chain);
  const offsets = new Map<string, number>();
  const modes = ['any', 'in person', 'remote'];
  const named = new Map<string, number>();
  for (const { topics } of people) for (const topic of topics) named.set(topic, (named.get(topic) ?? 0) + 1);
  for (const topic of named.keys()) number.topic(topic);
  const rarity = Float64Array.from(named.values(), (count) => 1 / count);
  const bits = (list: readonly string[], of: (text: string) => number, from: number) =>
    list.reduce((all, text) => (of(text) >= from && of(text) < from + 32 ? all | (1 << (of(text) - from)) : all), 0);

  const sideOf = (role: Candidate['role']): PlainSide => {
    const side = people.filter((each) => each.role === role);
    const ints = (read: (each: Candidate) => number) => Int32Array.from(side, read);
    const stretches = side.map(({ hours, timeZone }) =>
      inUtc(hours, timeZone, week, offsets).sort((a, b) => a.weekday - b.weekday || a.from - b.from),
    );
    const all = stretches.flat();
    const hoursAt = new Int32Array(side.length + 1);
    for (const [at, { length }] of stretches.entries()) hoursAt[at + 1] = (hoursAt[at] ?? 0) + length;
    return {
      people: side,
      level: ints(({ hr }) => hr?.level ?? 0),
      employee: ints(({ hr }) => number.employee(hr?.employeeKey ?? '')),
      manager: ints(({ hr }) => (hr && hr.managerKey !== 'top' ? number.employee(hr.managerKey) : -1)),
      appraisedBy: ints(({ hr }) => (hr?.appraisedByKey ? number.employee(hr.appraisedByKey) : -1)),
      treeFrom: ints(({ hr }) => tree.get(hr?.employeeKey ?? '')?.from ?? -1),
      treeTo: ints(({ hr }) => tree.get(hr?.employeeKey ?? '')?.to ?? -1),
      unit: ints(({ hr }) => (hr?.unit ? number.unit(hr.unit) : -1)),
      site: ints(({ hr }) => (hr?.site ? number.site(hr.site) : -1)),
      mode: ints(({ meetingMode }) => modes.indexOf(meetingMode)),
      leftOut: ints(({ leftOut }) => Math.min(leftOut, 2)),
      languages: ints(({ languages }) => bits(languages, number.language, 0)),
      topicsLow: ints(({ topics }) => bits(topics, number.topic, 0)),
      topicsHigh: ints(({ topics }) => bits(topics, number.topic, 32)),
      topicWeight: Float64Array.from(side, ({ topics }) =>
        topics.reduce((sum, t) => sum + (rarity[number.topic(t)] ?? 0), 0),
      ),
      hoursAt,
      weekday: Int32Array.from(all, ({ weekday }) => weekday),
      from: Int32Array.from(all, ({ from }) => from),
      to: Int32Array.from(all, ({ to }) => to),
    };
  };
  const [juniors, seniors] = [sideOf('junior'), sideOf('senior')];
  return { juniors, seniors, rarity, apart: apartOf(juniors.people, seniors.people, rules), rules };
}

function apartOf(
  juniors: readonly Candidate[],
  seniors: readonly Candidate[],
  { blocks }: Rules,
): Map<number, number[]> {
  const junior = new Map<string, number>(juniors.map(({ person }, at) => [person, at]));
  const senior = new Map<string, number>(seniors.map(({ person }, at) => [person, at]));
  const apart = new Map<number, number[]>();
  const add = (one: string, other: string) => {
    const [j, s] = [junior.get(one) ?? junior.get(other), senior.get(other) ?? senior.get(one)];
    if (j !== undefined && s !== undefined) apart.set(j, [...(apart.get(j) ?? []), s]);
  };
  for (const { person, pleaseNot, pairedBefore } of [...juniors, ...seniors]) {
    for (const other of [...pleaseNot, ...pairedBefore]) add(person, other);
  }
  for (const [one, other] of blocks) add(one, other);
  return apart;
}

/** Numbers the reporting tree from above, so that "is above" is two comparisons. */
function treeOf(chain: PairingInput['chain']): Map<string, { from: number; to: number }> {
  const below = new Map<string, string[]>();
  for (const [employee, manager] of chain) below.set(manager, [...(below.get(manager) ?? []), employee]);
  const tree = new Map<string, { from: number; to: number }>();
  let next = 0;
  const walk = (employee: string): void => {
    const place = { from: next++, to: 0 };
    tree.set(employee, place);
    for (const each of below.get(employee) ?? []) walk(each);
    place.to = next;
  };
  walk('top');
  return tree;
}
