/** `*` stands for any text, `?` for one character; everything else is itself. */
export function matchesText(given: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(given);
}

/** Compares the six parts of an ARN one by one: a wildcard does not reach over a colon, but in the last part. */
export function matchesArn(given: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const wanted = partsOf(pattern);
  const parts = partsOf(given);
  return wanted.length === parts.length && wanted.every((part, index) => matchesText(parts[index] ?? '', part));
}

function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
