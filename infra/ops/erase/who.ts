import type { PairId, PersonId, Role } from '../../../events/ids.ts';
import { type Pair, roleIn } from '../../../shared/pair/pair.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Erasure } from '../../../shared/person/erasure.ts';
import { type Identity, remembering } from '../../../shared/person/identity.ts';
import type { Alias } from '../../../shared/person/person.ts';
import { Refused } from '../command.ts';

/** What somebody typed, or an erasure of before. */
export interface Asked {
  readonly employeeId?: string | undefined;
  readonly address?: string | undefined;
  readonly personId?: string | undefined;
  readonly before?: Pick<Erasure, 'personId' | 'hashes'> | undefined;
}

/** All that leads to people, as a stage has it. */
export interface Register {
  readonly aliases: readonly Alias[];
  readonly participants: readonly Participant[];
  readonly pairs: readonly Pair[];
  readonly erasures: readonly Erasure[];
}

/** Somebody who is to be erased: by what anything that is theirs is known. */
export interface Who {
  readonly personId: PersonId;
  readonly hashes: ReadonlySet<string>;
  readonly participants: readonly Participant[];
  readonly pairs: readonly Pair[];
  /** Their side in each of their pairs. */
  readonly sides: ReadonlyMap<PairId, Role>;
  /** Addresses and full names in plain words, as far as they are still stored: for what people wrote freely. */
  readonly words: readonly string[];
  /** To whom else an address or employee id leads that was theirs: it was given on, or HR had mixed up two people. */
  readonly others: readonly PersonId[];
  /** An address or employee id of theirs. */
  is(text: string | undefined): boolean;
}

/** @throws Refused where nobody is meant, or several people are. */
export function whoIs(asked: Asked, names: Identity, register: Register): Who {
  const given = new Set([
    ...(asked.before?.hashes ?? []),
    ...(asked.employeeId ? [names.employeeKey(asked.employeeId)] : []),
    ...(asked.address ? [names.addressKey(asked.address)] : []),
  ]);
  const personId = personOf(asked, given, names, register);
  const own = register.participants.filter((each) => each.personId === personId);
  const addresses = [...own.flatMap(addressesIn), ...(asked.address ? [asked.address] : [])];
  const elsewhere = new Map(
    register.aliases.filter((alias) => alias.personId !== personId).map((alias) => [alias.hash, alias.personId]),
  );
  const known = [
    ...given,
    ...register.aliases.filter((alias) => alias.personId === personId).map(({ hash }) => hash),
    ...register.erasures.filter((each) => each.personId === personId).flatMap((each) => each.hashes),
    ...own.flatMap(({ hr }) => (hr ? [hr.employeeKey] : [])),
    ...addresses.map((address) => names.addressKey(address)),
  ];
  // What leads to somebody else is that person's: their lines and their alias stay.
  const hashes = new Set(known.filter((hash) => !elsewhere.has(hash)));
  const pairs = register.pairs.filter(({ junior, senior }) => junior === personId || senior === personId);
  const remembered = remembering(names);
  return {
    personId,
    hashes,
    participants: own,
    pairs,
    sides: new Map(pairs.map((pair) => [pair.pairId, roleIn(pair, personId)])),
    others: [...new Set(known.flatMap((hash) => elsewhere.get(hash) ?? []))],
    words: [
      ...new Set(
        [...addresses.filter((address) => hashes.has(names.addressKey(address))), ...own.flatMap(namesIn)].map((word) =>
          word.toLowerCase(),
        ),
      ),
    ],
    is: (text) =>
      text !== undefined && hashes.has(text.includes('@') ? names.addressKey(text) : remembered.employeeKey(text)),
  };
}

function personOf(asked: Asked, given: ReadonlySet<string>, names: Identity, register: Register): PersonId {
  if (asked.before) return asked.before.personId;
  const everybody = [...register.aliases, ...register.participants, ...register.erasures];
  if (asked.personId !== undefined) {
    const found = everybody.find(({ personId }) => personId === asked.personId);
    if (found) return found.personId;
    throw new Refused(`there is no person ${asked.personId}; --employee-id and --address find people, too`);
  }
  const found = new Set([
    ...register.aliases.filter(({ hash }) => given.has(hash)).map(({ personId }) => personId),
    ...register.erasures.filter(({ hashes }) => hashes.some((hash) => given.has(hash))).map(({ personId }) => personId),
  ]);
  if (found.size > 1) {
    throw new Refused(`these are several people (${[...found].sort().join(', ')}): choose one with --person`);
  }
  const [personId] = found;
  // Nobody whom HR named. A form that was not taken may still name them.
  return personId ?? names.newPersonId({ employeeId: asked.employeeId, address: asked.address ?? '' });
}

/** An erased participant has a stand-in, which is nobody's. */
const real = ({ state }: Participant) => state !== 'erased';
const addressesIn = (person: Participant): string[] =>
  real(person) ? [person.address, ...(person.corrected ? [person.corrected.was.address] : [])] : [];
/** One word may be anybody's. */
const namesIn = (person: Participant): string[] =>
  real(person)
    ? [person.name, ...(person.corrected ? [person.corrected.was.name] : [])].filter((name) => /\S\s+\S/.test(name))
    : [];
