import { closeSync, openSync, writeSync } from 'node:fs';
import { random } from './random.ts';

/** How many of each side, and how many juniors one senior takes. */
export interface Size {
  readonly juniors: number;
  readonly seniors: number;
  readonly places: number;
}

/** A house of several sites: where people sit says which languages they speak and when they work. */
const sites = [
  { name: 'Berlin', zone: 'Europe/Berlin', speaks: 'de', share: 30 },
  { name: 'München', zone: 'Europe/Berlin', speaks: 'de', share: 22 },
  { name: 'Leipzig', zone: 'Europe/Berlin', speaks: 'de', share: 10 },
  { name: 'Kraków', zone: 'Europe/Warsaw', speaks: 'pl', share: 9 },
  { name: 'Lyon', zone: 'Europe/Paris', speaks: 'fr', share: 8 },
  { name: 'Valencia', zone: 'Europe/Madrid', speaks: 'es', share: 6 },
  { name: 'Leeds', zone: 'Europe/London', speaks: 'en', share: 7 },
  { name: 'Atlanta', zone: 'America/New_York', speaks: 'en', share: 5 },
  { name: 'Singapore', zone: 'Asia/Singapore', speaks: 'en', share: 3 },
];
const hours = [
  { text: '09:00-17:00', share: 40 },
  { text: '08:00-16:30', share: 20 },
  { text: '07:00-15:00', share: 10 },
  { text: '10:00-18:30', share: 8 },
  { text: 'Mo-Th 08:30-17:30', share: 7 },
  { text: 'Mo-We 09:00-13:00', share: 5 },
  { text: 'Mo-Fr 08:00-12:00', share: 5 },
  { text: 'Mo 09:00-12:00|Tu-Th 09:00-17:00|Fr 08:00-13:00', share: 5 },
];
/** The n-th topic is named about n times more seldom than the first. */
const topics = Array.from({ length: 24 }, (_, at) => ({
  text: `topic ${String(at + 1).padStart(2, '0')}`,
  share: 60 / (at + 1),
}));

const columns =
  'employee_id,name,email,role,level,unit,site,manager_id,appraised_by,languages,time_zone,hours,topics,capacity,please_not';

/** One line of the HR file for each person, those outside the programme among them. The same seed, the same file. */
export function* population({ juniors, seniors, places }: Size, seed: number): Generator<string> {
  const next = random(seed);
  const below = (most: number) => Math.floor(next() * most);
  const pick = <T extends { share: number }>(from: readonly T[]): T => {
    let left = next() * from.reduce((sum, { share }) => sum + share, 0);
    for (const each of from) {
      left -= each.share;
      if (left < 0) return each;
    }
    return from[0] as T;
  };
  const several = (most: number) =>
    [...new Set(Array.from({ length: 1 + below(most) }, () => pick(topics).text))].join('|');
  const units = Math.min(200, Math.max(4, Math.round((juniors + seniors) / 150)));
  const teams = Math.ceil(juniors / 12);
  const unitOf = (index: number) => index % units;

  const outside = (id: string, manager: string) => `${id},Manager ${id},,,,,,${manager},,,,,,,`;
  const person = (
    id: string,
    role: 'junior' | 'senior',
    level: number,
    unit: number,
    manager: string,
    appraisedBy: string,
  ) => {
    const site = pick(sites);
    const languages = site.speaks === 'en' ? 'en' : next() < 0.75 ? `${site.speaks}|en` : site.speaks;
    const pleaseNot = next() < 0.01 ? (role === 'junior' ? `S${below(seniors)}` : `J${below(juniors)}`) : '';
    const capacity = role === 'senior' ? places : 1;
    return [
      `${id},Person ${id},${id.toLowerCase()}@example.com,${role},${level},Unit ${unit},${site.name},${manager},${appraisedBy}`,
      `${languages},${site.zone},${pick(hours).text},${several(role === 'junior' ? 5 : 4)},${capacity},${pleaseNot}`,
    ].join(',');
  };

  yield columns;
  yield outside('TOP', '-');
  for (let unit = 0; unit < units; unit++) yield outside(`U${unit}`, 'TOP');
  for (let index = 0; index < seniors; index++) {
    // Those who came earlier in the same unit lead those who come later: a tree, several levels deep.
    const peer = index - units * (1 + below(6));
    const manager = peer >= 0 && next() < 0.6 ? `S${peer}` : `U${unitOf(index)}`;
    yield person(`S${index}`, 'senior', 5 + below(4), unitOf(index), manager, '');
  }
  for (let team = 0; team < teams; team++) {
    const lead = unitOf(team) + units * below(Math.max(1, Math.floor((seniors - 1 - unitOf(team)) / units)));
    yield outside(`T${team}`, lead < seniors ? `S${lead}` : `U${unitOf(team)}`);
  }
  for (let index = 0; index < juniors; index++) {
    const team = index % teams;
    const appraisedBy = next() < 0.1 ? `S${below(seniors)}` : '';
    yield person(`J${index}`, 'junior', 1 + below(5), unitOf(team), `T${team}`, appraisedBy);
  }
}

export function writePopulation(path: string, size: Size, seed: number): void {
  const file = openSync(path, 'w');
  try {
    let held: string[] = [];
    const flush = () => {
      writeSync(file, `${held.join('\n')}\n`);
      held = [];
    };
    for (const line of population(size, seed)) if (held.push(line) >= 1_000) flush();
    if (held.length > 0) flush();
  } finally {
    closeSync(file);
  }
}
