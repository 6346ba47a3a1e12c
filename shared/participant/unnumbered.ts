import type { Draft } from '../table/aggregate.ts';
import type { Participant } from './participant.ts';

/** A participant as a draft with all of its fields, its timer too. */
export function unnumbered({ version: _version, schema: _schema, ...rest }: Participant): Draft<Participant> {
  return rest;
}
