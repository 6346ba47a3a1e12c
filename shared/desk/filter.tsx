/** The states of a list with their counts, as links; a plain way to see a part. */
export function Filter<K extends string>({
  href,
  all,
  names,
  counts,
  chosen,
}: {
  href: string;
  all: string;
  names: Readonly<Record<K, string>>;
  counts: Partial<Record<K, number>>;
  chosen: K | undefined;
}) {
  const states = (Object.keys(names) as K[]).filter((state) => counts[state] || state === chosen);
  return (
    <p class="actions filter">
      <a href={href} aria-current={chosen === undefined ? 'true' : undefined}>
        {all}
      </a>
      {states.map((state) => (
        <a key={state} href={`${href}?state=${state}`} aria-current={state === chosen ? 'true' : undefined}>
          {names[state]} ({counts[state] ?? 0})
        </a>
      ))}
    </p>
  );
}
