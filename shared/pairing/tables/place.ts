import type { Rules } from '../../cohort/cohort.ts';
import type { Member, Pool } from '../pool.ts';
import { differ, type Mode, modesFit, pointsFor } from '../rules.ts';
import { classesOf, type Table, tableOf } from './table.ts';

interface Place {
  readonly unit: string | undefined;
  readonly site: string | undefined;
  readonly mode: Mode;
}

/** Unit, site and where one would meet: soft rules only. */
export function placeTable({ juniors, seniors }: Pool, { weights }: Rules): Table {
  const placeOf = ({ hr, meetingMode }: Member): Place => ({ unit: hr.unit, site: hr.site, mode: meetingMode });
  const keyOf = ({ hr, meetingMode }: Member) => `${meetingMode}\n${hr.unit ?? ''}\n${hr.site ?? ''}`;
  const [ofJuniors, ofSeniors] = [classesOf(juniors, keyOf, placeOf), classesOf(seniors, keyOf, placeOf)];
  return tableOf(
    ofJuniors,
    ofSeniors,
    (juniorClass, into) => {
      const junior = ofJuniors.facts[juniorClass];
      if (!junior) return;
      for (const [at, senior] of ofSeniors.facts.entries()) {
        const otherSite = differ(junior.site, senior.site);
        into[at] =
          pointsFor(weights.differentUnit, differ(junior.unit, senior.unit)) +
          pointsFor(weights.differentSite, otherSite) +
          pointsFor(weights.meetingMode, modesFit(junior.mode, senior.mode, otherSite === 1));
      }
    },
    () => [],
  );
}
