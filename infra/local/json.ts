export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as it is, a single value as a list of one, nothing as an empty list: policies and templates allow all three. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

export const textsOf = (value: unknown, where: string): string[] =>
  listOf(value).map((item) => {
    if (typeof item !== 'string') throw new Error(`expected text in ${where}, found ${JSON.stringify(item)}`);
    return item;
  });

export const textOf = (value: unknown, where: string): string => {
  const [text] = textsOf(value, where);
  if (text === undefined) throw new Error(`expected text in ${where}, found nothing`);
  return text;
};
