/** Fields of a form by their names, as they are typed. */
type Values = Readonly<Record<string, string>>;

const was = 'was';

/** What a form showed when it was opened goes along with it, so that two who edit at the same time undo nothing of each other. */
export const AsItWas = ({ values }: { values: Values }) => (
  <input type="hidden" name={was} value={JSON.stringify(values)} />
);

interface Together {
  readonly values: Values;
  /** Fields that both have changed, each to something else: what was typed stands in them, for whoever typed it to decide. */
  readonly both: readonly string[];
}

/** What was typed over what stands now: what only the other one has changed stays changed. */
export function together(form: URLSearchParams, typed: Values, now: Values): Together {
  const before = shownIn(form);
  if (!before) return { values: typed, both: [] };
  const values: Record<string, string> = { ...typed };
  const both: string[] = [];
  for (const [name, mine] of Object.entries(typed)) {
    const [then = '', theirs = ''] = [before.get(name), Object.hasOwn(now, name) ? now[name] : undefined];
    if (same(then, theirs) || same(mine, theirs)) continue;
    if (same(mine, then)) values[name] = theirs;
    else both.push(name);
  }
  return { values, both };
}

/** A browser sends a break as two characters. */
const same = (one: string, other: string) => plain(one) === plain(other);
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** Undefined: a form of before has none, and a program may send anything. */
function shownIn(form: URLSearchParams): ReadonlyMap<string, string> | undefined {
  try {
    const shown: unknown = JSON.parse(form.get(was) ?? '');
    if (typeof shown !== 'object' || shown === null || Array.isArray(shown)) return undefined;
    return new Map(
      Object.entries(shown).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    );
  } catch {
    return undefined;
  }
}
