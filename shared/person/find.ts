import type { PersonId } from '../../events/ids.ts';
import type { Command, Draft } from '../table/aggregate.ts';
import { change } from '../table/commit.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { Identity } from './identity.ts';
import { aliases, type Person, persons } from './person.ts';

export interface Known {
  readonly personId: PersonId;
  /** The address leads to somebody else: HR may have mixed up two people, or an address was given on. */
  readonly addressOf?: PersonId;
}

/**
 * The person whom an employee id and an address name: both are looked up before a person is made, and every name that
 * is new is remembered, so that a new name or a new address keeps the person. Person and aliases are one commit.
 */
export async function findOrMakePerson(
  table: Table,
  names: Identity,
  told: { readonly employeeId?: string | undefined; readonly address: string },
  command: Command,
): Promise<Known> {
  const addressKey = names.addressKey(told.address);
  const employeeKey = told.employeeId ? names.employeeKey(told.employeeId) : undefined;
  const hashes = [employeeKey, addressKey].filter((hash) => hash !== undefined);
  let known: Known | undefined;
  await table.transact(async () => {
    const found = await table.getMany(
      aliases,
      hashes.map((hash) => ({ hash })),
    );
    const byHash = new Map(found.map(({ hash, personId }) => [hash, personId]));
    const addressOf = byHash.get(addressKey);
    const personId = (employeeKey ? byHash.get(employeeKey) : undefined) ?? addressOf ?? names.newPersonId(told);
    known = { personId, ...(addressOf && addressOf !== personId ? { addressOf } : {}) };
    const missing = hashes.filter((hash) => !byHash.has(hash));
    if (missing.length === 0) return { refused: 'known' };
    const person = await table.get(persons, { personId });
    return {
      command,
      changes: [
        ...missing.map((hash) => change(aliases, { hash }, undefined, { hash, personId })),
        ...(person ? [] : [change(persons, { personId }, undefined, freshPerson(personId))]),
      ],
    };
  });
  if (!known) throw new Error('a person was neither found nor made');
  return known;
}

export const freshPerson = (personId: PersonId): Draft<Person> => ({
  personId,
  mail: 'ok',
  pairedWith: [],
  leftOutIn: [],
});

/** The person to whom this address leads, if it is known. */
export async function personAt(table: Table, names: Identity, address: string): Promise<PersonId | undefined> {
  return (await table.get(aliases, { hash: names.addressKey(address) }))?.personId;
}
