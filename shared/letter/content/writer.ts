import * as z from 'zod/mini';
import type { Content } from './block.ts';
import { type Speaker, speaker, type Voice } from './voice.ts';

/** The author of one kind of letter: parses its variables, because names and links come from outside, then writes. */
export interface Writer<Variables> {
  (variables: Variables, voice: Voice): Content;
  readonly variables: z.ZodMiniType<Variables>;
}

export function writer<Variables>(
  schema: z.ZodMiniType<Variables>,
  write: (variables: Variables, speaker: Speaker) => Content,
): Writer<Variables> {
  return Object.assign((variables: Variables, voice: Voice) => write(z.parse(schema, variables), speaker(voice)), {
    variables: schema,
  });
}
