import { isObject, type Json } from '../json.ts';
import type { BusEvent } from './delivery.ts';
import { compilePath } from './json-path.ts';

export class InvalidTransformer extends Error {
  constructor(what: string) {
    super(`invalid input transformer: ${what}`);
    this.name = 'InvalidTransformer';
  }
}

/** What a template may name beside the paths of its map. */
export interface Around {
  ruleArn: string;
  ruleName: string;
  /** ISO 8601 */
  receivedAt: string;
}

type Transform = (event: BusEvent, around: Around) => string;

const predefined: Record<string, (event: BusEvent, around: Around) => unknown> = {
  'aws.events.rule-arn': (_, { ruleArn }) => ruleArn,
  'aws.events.rule-name': (_, { ruleName }) => ruleName,
  'aws.events.event.ingestion-time': (_, { receivedAt }) => receivedAt,
  'aws.events.event.json': (event) => event,
  'aws.events.event': ({ detail: _, ...rest }) => rest,
};

/** The text that a target receives for an event: the event, a part of it, a constant or a template. */
export function compileInput(target: Json): Transform {
  const { Input, InputPath, InputTransformer } = target;
  if ([Input, InputPath, InputTransformer].filter((way) => way !== undefined).length > 1) {
    throw new InvalidTransformer('a target takes one of Input, InputPath and InputTransformer');
  }
  if (typeof Input === 'string') return () => Input;
  if (typeof InputPath === 'string') {
    const part = compilePath(InputPath);
    return (event) => JSON.stringify(part(event) ?? null);
  }
  if (isObject(InputTransformer)) return compileTransformer(InputTransformer);
  return (event) => JSON.stringify(event);
}

/** A place in the template: `quoted` stands inside the quotes of a JSON text. */
interface Place {
  before: string;
  name: string;
  quoted: boolean;
}

export function compileTransformer({ InputPathsMap, InputTemplate }: Json): Transform {
  if (typeof InputTemplate !== 'string') throw new InvalidTransformer('InputTemplate must be text');
  const paths = new Map(
    Object.entries(isObject(InputPathsMap) ? InputPathsMap : {}).map(([name, path]) => {
      if (name.toLowerCase().startsWith('aws.')) throw new InvalidTransformer(`the variable ${name} is reserved`);
      return [name, compilePath(String(path))] as const;
    }),
  );
  const getter = (name: string): ((event: BusEvent, around: Around) => unknown) => {
    const found = paths.get(name) ?? predefined[name];
    if (!found) throw new InvalidTransformer(`the template names <${name}>, which the map does not`);
    return found;
  };
  const { places, rest } = split(InputTemplate);
  const getters = places.map((place) => ({ ...place, get: getter(place.name) }));
  // A template of one placeholder is JSON too.
  const isJson = /^\s*(?:[{["]|<[^>]+>\s*$)/.test(InputTemplate);
  return (event, around) => {
    const filled = getters.map(
      ({ before, name, quoted, get }) => before + fill(get(event, around), name, quoted, isJson),
    );
    return finish(filled.join('') + rest, isJson);
  };
}

function split(template: string): { places: Place[]; rest: string } {
  const places: Place[] = [];
  let from = 0;
  let quoted = false;
  for (const match of template.matchAll(/\\.|"|<([A-Za-z0-9_.-]+)>/gs)) {
    if (match[0] === '"') quoted = !quoted;
    if (match[1] === undefined) continue;
    places.push({ before: template.slice(from, match.index), name: match[1], quoted });
    from = match.index + match[0].length;
  }
  return { places, rest: template.slice(from) };
}

/** A path that the event does not have leaves an empty text. */
function fill(value: unknown = '', name: string, quoted: boolean, isJson: boolean): string {
  if (isJson && !quoted) return JSON.stringify(value);
  if (typeof value !== 'object') return isJson ? JSON.stringify(String(value)).slice(1, -1) : String(value);
  // AWS pastes it in without escaping, which breaks the JSON around it: a mistake in the template, so say it.
  if (isJson) throw new InvalidTransformer(`<${name}> is an object or a list and stands inside quotes`);
  return JSON.stringify(value).replaceAll('"', '');
}

/** What is no JSON by itself reaches the target as one JSON text. */
function finish(text: string, isJson: boolean): string {
  if (!isJson) return JSON.stringify(text);
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    throw new InvalidTransformer(`the template does not become JSON: ${text}`);
  }
}
