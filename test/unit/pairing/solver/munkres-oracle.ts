import { munkres } from 'munkres';
import type { Written } from './problems.ts';

/**
 * Most people, then most points, by an independent solver of plain assignments.
 *
 * Everybody becomes as many rows (columns) as they have places; the first place of a first person gains more than all
 * points together. A forbidden pair gains 0 and is dropped afterwards, which loses nothing because every real pair
 * gains more. Two people with several places each could get each other twice: their pair goes through a gate, one more
 * row and one more column which must be filled, either by each other (not chosen), or the column by a place of the
 * junior and the row by a place of the senior (chosen).
 */
export function byMunkres({ points, juniors, seniors }: Written): { people: number; total: number } {
  const placesOf = (people: Written['juniors']) =>
    people.flatMap(({ places, first }, each) =>
      Array.from({ length: places }, (_, place) => ({ each, first: first && place === 0 ? 1 : 0 })),
    );
  const [rows, columns] = [placesOf(juniors), placesOf(seniors)];
  const most = Math.min(rows.length, columns.length);
  const worth = points.map((row) => row.map((each) => (each < 0 ? -1 : each * (most + 1) + 1)));
  const bonus = (Math.max(0, ...worth.flat()) + 1) * (most + 1);
  const gate = 4 * bonus;
  const gates = worth.flatMap((row, j) =>
    row.flatMap((gain, s) =>
      gain >= 0 && (juniors[j]?.places ?? 0) > 1 && (seniors[s]?.places ?? 0) > 1 ? [{ j, s, gain }] : [],
    ),
  );
  const through = new Set(gates.map(({ j, s }) => `${j}/${s}`));
  const gains = [
    ...rows.map((row) => [
      ...columns.map((column) => {
        const gain = worth[row.each]?.[column.each] ?? -1;
        const plain = gain >= 0 && !through.has(`${row.each}/${column.each}`);
        return plain ? gain + bonus * (row.first + column.first) : 0;
      }),
      ...gates.map(({ j, gain }) => (j === row.each ? gate + gain + bonus * row.first : 0)),
    ]),
    ...gates.map((own) => [
      ...columns.map((column) => (column.each === own.s ? gate + bonus * column.first : 0)),
      ...gates.map((other) => (other === own ? 2 * gate : 0)),
    ]),
  ];
  const highest = Math.max(0, ...gains.flat());
  if (gains.length === 0 || highest === 0) return { people: 0, total: 0 };
  const [coveredJuniors, coveredSeniors] = [new Set<number>(), new Set<number>()];
  let total = 0;
  for (const [row, column] of munkres(gains.map((line) => line.map((gain) => highest - gain)))) {
    if ((gains[row]?.[column] ?? 0) === 0) continue;
    const opened = row < rows.length ? gates[column - columns.length] : undefined;
    const [from, to] = [rows[row], columns[column]];
    const pair = opened ? ([opened.j, opened.s] as const) : from && to ? ([from.each, to.each] as const) : undefined;
    if (!pair) continue;
    total += points[pair[0]]?.[pair[1]] ?? 0;
    if (juniors[pair[0]]?.first) coveredJuniors.add(pair[0]);
    if (seniors[pair[1]]?.first) coveredSeniors.add(pair[1]);
  }
  return { people: coveredJuniors.size + coveredSeniors.size, total };
}
