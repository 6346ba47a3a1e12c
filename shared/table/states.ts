/**
 * A state table as data: for each state, which moves are possible and where they lead. The table checks itself when
 * the module loads; the order of deliveries cannot move anything along an edge that is not here.
 */
export interface States<S extends string, M extends string> {
  readonly name: string;
  readonly table: Readonly<Record<S, Readonly<Partial<Record<M, S>>>>>;
  /** The next state, or `undefined` where the move is not possible from here. */
  next(from: S, move: M): S | undefined;
  /** True where no move leads out. */
  final(state: S): boolean;
}

export function states<const T extends Readonly<Record<string, Readonly<Record<string, string>>>>>(
  name: string,
  table: T & { readonly [S in keyof T]: { readonly [M in keyof T[S]]: keyof T & string } },
) {
  type S = keyof T & string;
  type M = { [K in keyof T]: keyof T[K] & string }[keyof T];
  for (const [from, moves] of Object.entries(table)) {
    for (const [move, to] of Object.entries(moves)) {
      if (!(to in table)) throw new Error(`${name}: ${from} —${move}→ ${to} leads nowhere`);
    }
  }
  const rows = table as unknown as Readonly<Record<S, Readonly<Partial<Record<M, S>>>>>;
  return {
    name,
    table: rows,
    // A move may come from a form: what every object inherits is no move.
    next: (from: S, move: M): S | undefined => (Object.hasOwn(rows[from], move) ? rows[from][move] : undefined),
    final: (state: S): boolean => Object.keys(rows[state]).length === 0,
  } satisfies States<S, M>;
}

/** The states of a table as a tuple, for zod. */
export function namesOf<S extends string>(table: { readonly table: Readonly<Record<S, unknown>> }): [S, ...S[]] {
  return Object.keys(table.table) as [S, ...S[]];
}
