import { isObject } from '../json.ts';

export class UnknownPath extends Error {
  constructor(path: string) {
    super(`the local stage does not know the JSON path ${path}: it takes $.name.other-name.list[0]`);
    this.name = 'UnknownPath';
  }
}

/** Compiles the dot notation that EventBridge takes; wildcards are refused, nothing of ours uses them. */
export function compilePath(path: string): (event: unknown) => unknown {
  if (path === '$') return (event) => event;
  if (!/^\$(\.[A-Za-z0-9_/-]+(\[\d+\])*)+$/.test(path)) throw new UnknownPath(path);
  const steps = [...path.matchAll(/\.([A-Za-z0-9_/-]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
  return (event) =>
    steps.reduce<unknown>((value, step) => {
      if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
      return isObject(value) ? value[step] : undefined;
    }, event);
}
