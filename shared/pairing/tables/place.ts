import type { Rules } from '../../cohort/cohort.ts';
import type { Member, Pool } from '../pool.ts';
import { differ, type Mode, modesFit, pointsFor } from '../rules.ts';
import { classesOf, type Table, tableOf } from './table.ts';

interface Place {
  /** Numbers of the texts; 0: not told. */
  readonly unit: number;
  readonly site: number;
  readonly mode: Mode;
}

/** Unit, site and where one would meet: soft rules only. */
export function placeTable({ juniors, seniors }: Pool, { weights }: Rules): Table {
  const [units, sites] = [new Map<string, number>(), new Map<string, number>()];
  const numberIn = (numbers: Map<string, number>, text: string | undefined) => {
    if (!text) return 0;
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  };
  const placeOf = ({ hr, meetingMode }: Member): Place => ({
    unit: numberIn(units, hr.unit),
    site: numberIn(sites, hr.site),
    mode: meetingMode,
  });
  const keyOf = (member: Member) => {
    const { unit, site, mode } = placeOf(member);
    return `${unit} ${site} ${mode}`;
  };
  const [ofJuniors, ofSeniors] = [classesOf(juniors, keyOf, placeOf), classesOf(seniors, keyOf, placeOf)];

  // There are few ways in which two places can differ, and many places.
  const otherUnit = pointsFor(weights.differentUnit, differ('one', 'other'));
  const otherSite = pointsFor(weights.differentSite, differ('one', 'other'));
  const modes = ['any', 'in person', 'remote'] as const;
  const modePoints = (one: Mode, apart: boolean) =>
    Int32Array.from(modes, (other) => pointsFor(weights.meetingMode, modesFit(one, other, apart)));
  const [unitOf, siteOf] = [
    Int32Array.from(ofSeniors.facts, ({ unit }) => unit),
    Int32Array.from(ofSeniors.facts, ({ site }) => site),
  ];
  const modeOf = Int32Array.from(ofSeniors.facts, ({ mode }) => modes.indexOf(mode));
  return tableOf(
    ofJuniors,
    ofSeniors,
    (juniorClass, into) => {
      const junior = ofJuniors.facts[juniorClass];
      if (!junior) return;
      const [near, apart] = [modePoints(junior.mode, false), modePoints(junior.mode, true)];
      for (let at = 0; at < into.length; at++) {
        const [unit, site, mode] = [unitOf[at] ?? 0, siteOf[at] ?? 0, modeOf[at] ?? 0];
        const isApart = junior.site > 0 && site > 0 && site !== junior.site;
        into[at] =
          (junior.unit > 0 && unit > 0 && unit !== junior.unit ? otherUnit : 0) +
          (isApart ? otherSite + (apart[mode] ?? 0) : (near[mode] ?? 0));
      }
    },
    () => [],
  );
}
