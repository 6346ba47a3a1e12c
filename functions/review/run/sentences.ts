import type { Language } from '../../../shared/cohort/cohort.ts';
import type { Change, Objective } from '../../../shared/pairing/run.ts';

type Count = (value: number) => string;

interface Sentences {
  /** How good a result is, in the order of what counts. */
  objective(objective: Objective, left: number, most: number, count: Count): string;
  /** What it costs the whole if one pair is settled otherwise; only the first loss counts. */
  cost(loss: Objective, exact: boolean, count: Count): string;
  alternative(person: string, partner: string, cost: string): string;
  /** The smallest change by which somebody could have a partner: who is alone as well may get the place in a rerun. */
  helps(change: Change, partner: string, rule: (name: string) => string, count: Count): string;
  topics(topics: readonly string[]): string;
  hours(count: string): string;
  levels(count: number): string;
  readonly unit: string;
  readonly site: string;
  readonly modes: Readonly<Record<'in person' | 'remote', string>>;
  readonly waited: string;
}

const lost = ({ people, worst, total }: Objective) =>
  people > 0
    ? ('people' as const)
    : worst > 0
      ? ('worst' as const)
      : total > 0
        ? ('total' as const)
        : ('none' as const);

const joined = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;

const de: Sentences = {
  objective({ people, worst, total }, left, most, count) {
    const who =
      left === 0
        ? `Alle ${count(people)} Menschen bekommen ein Gegenüber.`
        : `${count(people)} von ${count(people + left)} Menschen bekommen ein Gegenüber; mehr geht nicht.`;
    return people === 0
      ? 'Niemand bekommt ein Gegenüber.'
      : `${who} Das schwächste Paar hat ${count(worst)} von ${count(most)} Punkten, mehr geht nicht für alle zugleich. Alle Paare zusammen: ${count(total)} Punkte.`;
  },
  cost(loss, exact, count) {
    const least = exact ? '' : 'mindestens ';
    return {
      people:
        loss.people === 1
          ? `${least}eine Person bliebe dann ohne Gegenüber`
          : `${least}${count(loss.people)} Menschen blieben dann ohne Gegenüber`,
      worst: `das schwächste Paar verlöre ${least}${count(loss.worst)} ${loss.worst === 1 ? 'Punkt' : 'Punkte'}`,
      total: `das kostet das Ganze ${least}${count(loss.total)} ${loss.total === 1 ? 'Punkt' : 'Punkte'}`,
      none: exact ? 'das kostet das Ganze nichts' : 'das kostet das Ganze vielleicht nichts',
    }[lost(loss)];
  },
  alternative: (person, partner, cost) => `Für ${person} wäre ${partner} das nächstbeste Gegenüber: ${cost}.`,
  helps(change, partner, rule, count) {
    const parts = [
      ...(change.minOverlapHours === undefined
        ? []
        : [
            change.minOverlapHours === 1
              ? 'eine gemeinsame Stunde genügte'
              : `${count(change.minOverlapHours)} gemeinsame Stunden genügten`,
          ]),
      ...(change.minLevelGap === undefined
        ? []
        : [
            change.minLevelGap === 1
              ? 'eine Ebene Abstand genügte'
              : `${count(change.minLevelGap)} Ebenen Abstand genügten`,
          ]),
      ...plainRules(change).map((name) => `die Regel „${rule(name)}“ nicht gälte`),
      ...(change.place ? [`${partner} ein Gegenüber mehr nähme`] : []),
    ];
    const who = change.place && parts.length === 1 ? '' : ` (${partner})`;
    return `Könnte ein Gegenüber haben${who}, wenn ${joined(parts, 'und')}.`;
  },
  topics: (topics) => `${topics.length === 1 ? 'Gemeinsames Thema' : 'Gemeinsame Themen'}: ${topics.join(', ')}`,
  hours: (count) => `${count} Stunden der Woche gemeinsam`,
  levels: (count) => `${count} Ebenen auseinander`,
  unit: 'anderer Bereich',
  site: 'anderer Standort',
  modes: { 'in person': 'treffen sich vor Ort', remote: 'treffen sich online' },
  waited: 'blieb schon einmal ohne Gegenüber',
};

const en: Sentences = {
  objective({ people, worst, total }, left, most, count) {
    const who =
      left === 0
        ? `All ${count(people)} people get a partner.`
        : `${count(people)} of ${count(people + left)} people get a partner; that is the most possible.`;
    return people === 0
      ? 'Nobody gets a partner.'
      : `${who} The weakest pair has ${count(worst)} of ${count(most)} points, the most possible for all at once. All pairs together: ${count(total)} points.`;
  },
  cost(loss, exact, count) {
    const least = exact ? '' : 'at least ';
    return {
      people:
        loss.people === 1
          ? `${least}one person would then be without a partner`
          : `${least}${count(loss.people)} people would then be without a partner`,
      worst: `the weakest pair would lose ${least}${count(loss.worst)} ${loss.worst === 1 ? 'point' : 'points'}`,
      total: `that costs the whole ${least}${count(loss.total)} ${loss.total === 1 ? 'point' : 'points'}`,
      none: exact ? 'that costs the whole nothing' : 'that may cost the whole nothing',
    }[lost(loss)];
  },
  alternative: (person, partner, cost) => `For ${person} the next best partner would be ${partner}: ${cost}.`,
  helps(change, partner, rule, count) {
    const parts = [
      ...(change.minOverlapHours === undefined
        ? []
        : [
            change.minOverlapHours === 1
              ? '1 hour in common were enough'
              : `${count(change.minOverlapHours)} hours in common were enough`,
          ]),
      ...(change.minLevelGap === undefined
        ? []
        : [
            change.minLevelGap === 1
              ? 'a gap of 1 level were enough'
              : `a gap of ${count(change.minLevelGap)} levels were enough`,
          ]),
      ...plainRules(change).map((name) => `the rule “${rule(name)}” did not hold`),
      ...(change.place ? [`${partner} took one more`] : []),
    ];
    const who = change.place && parts.length === 1 ? '' : ` (${partner})`;
    return `Could have a partner${who} if ${joined(parts, 'and')}.`;
  },
  topics: (topics) => `${topics.length === 1 ? 'Common topic' : 'Common topics'}: ${topics.join(', ')}`,
  hours: (count) => `${count} hours a week in common`,
  levels: (count) => `${count} levels apart`,
  unit: 'another unit',
  site: 'another site',
  modes: { 'in person': 'meet in person', remote: 'meet online' },
  waited: 'was left without a partner before',
};

/** Rules that would have to give way as such: they have no value that could be lowered. */
const plainRules = ({ rules, minLevelGap, minOverlapHours }: Change): string[] =>
  rules.filter(
    (name) =>
      !(name === 'level-gap' && minLevelGap !== undefined) && !(name === 'hours' && minOverlapHours !== undefined),
  );

export const sentences: Readonly<Record<Language, Sentences>> = { de, en };
