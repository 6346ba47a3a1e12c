import { munkres } from 'munkres';

/** One side of the problem. */
export interface Place {
  /** How many pairs this person may get. */
  readonly places: number;
  /** A first pair for this person counts before everything else. */
  readonly first: boolean;
}
export interface Problem {
  readonly juniors: readonly Place[];
  readonly seniors: readonly Place[];
  /** Whole points ≥ 0; `undefined`: this pair can never be chosen. */
  points(junior: number, senior: number): number | undefined;
}
export type Chosen = readonly (readonly [junior: number, senior: number])[];

/**
 * The best choice of pairs: most people with a first pair, then most points. Exact, on whole numbers.
 *
 * Everybody becomes as many rows (columns) as they have places. A pair gains its points plus `bonus` for each first
 * place that it fills; `bonus` exceeds all points together, so points never outweigh a person. A forbidden pair
 * gains 0: every real pair gains at least 1, so a total with forbidden cells in it is that of the real pairs alone,
 * and dropping those cells loses nothing. (Points are scaled up, so that these ones together never outweigh a point.)
 *
 * Two people with several places each could get each other twice. Their pair goes through a gate instead, one more
 * row and one more column which must be filled: either by each other (the pair is not chosen), or the column by a
 * place of the junior and the row by a place of the senior (it is).
 */
export function solve(problem: Problem): Chosen {
  const { juniors, seniors } = problem;
  const rows = placesOf(juniors);
  const columns = placesOf(seniors);
  if (rows.length === 0 || columns.length === 0) return [];
  const mostPairs = Math.min(rows.length, columns.length);
  const worth = (points: number | undefined) => (points === undefined ? undefined : points * (mostPairs + 1) + 1);
  const points = juniors.map((_, j) => seniors.map((__, s) => worth(problem.points(j, s))));
  const most = points.flat().reduce<number>((max, each) => Math.max(max, each ?? 0), 0);
  const bonus = most * mostPairs + 1;
  const gates = gatesOf(problem, points);
  /** More than any pair can gain: an open gate that is half used is never best. */
  const gate = 2 * bonus + most + 1;

  const gainOf = (row: Row, column: Row): number => {
    const value = points[row.person]?.[column.person];
    if (value === undefined || gates.has(`${row.person}/${column.person}`)) return 0;
    return value + (row.first ? bonus : 0) + (column.first ? bonus : 0);
  };
  const gateList = [...gates.values()];
  const gains = [
    ...rows.map((row) => [
      ...columns.map((column) => gainOf(row, column)),
      ...gateList.map((each) => (each.junior === row.person ? gate + each.points + (row.first ? bonus : 0) : 0)),
    ]),
    ...gateList.map((each) => [
      ...columns.map((column) => (each.senior === column.person ? gate + (column.first ? bonus : 0) : 0)),
      ...gateList.map((other) => (other === each ? 2 * gate : 0)),
    ]),
  ];
  const highest = gains.reduce((max, row) => row.reduce((high, each) => Math.max(high, each), max), 0);
  const chosen: [number, number][] = [];
  for (const [row, column] of munkres(gains.map((line) => line.map((gain) => highest - gain)))) {
    const [from, to] = [rows[row], columns[column]];
    if ((gains[row]?.[column] ?? 0) === 0 || !from) continue;
    const through = gateList[column - columns.length];
    if (to) chosen.push([from.person, to.person]);
    else if (through) chosen.push([through.junior, through.senior]);
  }
  return chosen;
}

interface Row {
  readonly person: number;
  readonly first: boolean;
}

/** A person's places, the first one first. */
const placesOf = (people: readonly Place[]): Row[] =>
  people.flatMap(({ places, first }, person) =>
    Array.from({ length: places }, (_, place) => ({ person, first: first && place === 0 })),
  );

function gatesOf({ juniors, seniors }: Problem, points: readonly (readonly (number | undefined)[])[]) {
  const gates = new Map<string, { junior: number; senior: number; points: number }>();
  for (const [junior, { places }] of juniors.entries()) {
    if (places < 2) continue;
    for (const [senior, other] of seniors.entries()) {
      const value = points[junior]?.[senior];
      if (other.places > 1 && value !== undefined) gates.set(`${junior}/${senior}`, { junior, senior, points: value });
    }
  }
  return gates;
}
